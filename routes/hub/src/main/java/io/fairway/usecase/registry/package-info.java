/** Who may be here, for whom, and what takes two: registered parties, keys, mandates, grants, acts that wait for a second person. Pure. */
@NullMarked
package io.fairway.usecase.registry;

import org.jspecify.annotations.NullMarked;
