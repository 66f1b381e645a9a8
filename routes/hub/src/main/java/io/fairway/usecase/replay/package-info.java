/** What a hub did, done again in a clean one from what it recorded, and compared. */
@NullMarked
package io.fairway.usecase.replay;

import org.jspecify.annotations.NullMarked;
