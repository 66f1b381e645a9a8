/**
 * A real PostgreSQL server of the hub's own, for when none is given from outside: unpacked, initialised, started, watched and stopped
 * here. It keeps its data under {@code FAIRWAY_HOME/postgres}, listens on the loopback address only and knows no login without password.
 */
@NullMarked
package io.fairway.store.embedded;

import org.jspecify.annotations.NullMarked;
