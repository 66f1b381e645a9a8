/** Documents for people: bills and releases, what was tallied, what a gate did, on paper, sealed by the hub and known to it afterwards. */
@NullMarked
package io.fairway.usecase.sheet;

import org.jspecify.annotations.NullMarked;
