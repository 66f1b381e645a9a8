/** What parties hear of as it happens: their feed of events, and those who have it sent to them. */
@NullMarked
package io.fairway.usecase.feed;

import org.jspecify.annotations.NullMarked;
