/** Bills and releases over the hub's public interface, on the embedded development ledger. */
@org.jspecify.annotations.NullMarked
package io.fairway.title;
