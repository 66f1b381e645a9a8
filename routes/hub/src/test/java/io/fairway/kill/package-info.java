/**
 * Kills the whole hub at random instants and inside each named step of a document's way, starts it again, and compares what was
 * acknowledged with what is stored and with what the counterparts received (P1, P2, P3, P5, P6).
 */
@NullMarked
package io.fairway.kill;

import org.jspecify.annotations.NullMarked;
