/** Containers that prove a case on their own: everything that was said, signed and answered, in one signed archive. */
@NullMarked
package io.fairway.signing.evidence;

import org.jspecify.annotations.NullMarked;
