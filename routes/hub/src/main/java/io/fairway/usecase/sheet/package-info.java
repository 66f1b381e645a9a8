/** Documents for people: what stands in a bill or a release, on paper, sealed by the hub and known to it afterwards. */
@NullMarked
package io.fairway.usecase.sheet;

import org.jspecify.annotations.NullMarked;
