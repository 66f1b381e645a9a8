/** Tests of the clearance rules, as sentences. */
@NullMarked
package io.fairway.clearance;

import org.jspecify.annotations.NullMarked;
