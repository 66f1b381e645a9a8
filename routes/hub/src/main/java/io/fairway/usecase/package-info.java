/** The hub's use cases and the ports they stand on: pure Java; a document's way in the order of the design, part 3. */
@NullMarked
package io.fairway.usecase;

import org.jspecify.annotations.NullMarked;
