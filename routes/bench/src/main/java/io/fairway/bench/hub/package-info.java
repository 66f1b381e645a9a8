/** How fast the hub is as a whole, from the sending of a declaration to its delivery, beside stock parts and beside what the machine could do at most. */
@NullMarked
package io.fairway.bench.hub;

import org.jspecify.annotations.NullMarked;
