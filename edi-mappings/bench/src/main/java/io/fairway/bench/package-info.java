/** Benchmarks: Fairway and named peers on the same generated inputs, in one run. Never shipped with the hub. */
@NullMarked
package io.fairway.bench;

import org.jspecify.annotations.NullMarked;
