/** The decision at the barrier: pure rules over frozen inputs, for hub and gate agent alike. */
@NullMarked
package io.fairway.clearance.gate;

import org.jspecify.annotations.NullMarked;
