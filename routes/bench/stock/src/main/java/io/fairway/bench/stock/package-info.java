/** The hub's job done with Camel, Smooks and SQL as they come, as a peer of the hub in the benchmark. */
@NullMarked
package io.fairway.bench.stock;

import org.jspecify.annotations.NullMarked;
