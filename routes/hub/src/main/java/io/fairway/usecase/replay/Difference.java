package io.fairway.usecase.replay;

import io.fairway.usecase.replay.Outcome.What;

/**
 * Something that came out differently.
 *
 * @param value which of its values; {@code -} for the row as a whole
 * @param was as recorded; empty when there was no such row
 * @param is as replayed; empty when there is none
 */
public record Difference(What what, String key, String value, String was, String is) {
}
