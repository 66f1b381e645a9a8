/** The hub's signatures and timestamps, and the evidence of a case that stands without the hub. */
@NullMarked
package io.fairway.usecase.evidence;

import org.jspecify.annotations.NullMarked;
