/** The gate agent: decides at the barrier with the hub's own rules and the passes it was given, also when nothing else answers. */
@NullMarked
package io.fairway.agent;

import org.jspecify.annotations.NullMarked;
