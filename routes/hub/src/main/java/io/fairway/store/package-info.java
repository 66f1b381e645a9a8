/** The hub's ports on PostgreSQL: the only SQL of Fairway. */
@NullMarked
package io.fairway.store;

import org.jspecify.annotations.NullMarked;
