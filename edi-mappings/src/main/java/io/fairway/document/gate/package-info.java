/** What the devices of a gate lane say, free of their frames. */
@NullMarked
package io.fairway.document.gate;

import org.jspecify.annotations.NullMarked;
