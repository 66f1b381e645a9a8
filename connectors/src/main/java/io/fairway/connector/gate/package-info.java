/** The devices of a gate lane and the gate protocols of customs: frames in, observations out. Broken frames are dropped and counted. */
@NullMarked
package io.fairway.connector.gate;

import org.jspecify.annotations.NullMarked;
