package io.fairway.usecase.view;

import java.time.Instant;
import java.util.UUID;

/**
 * A transmission in which nothing could be read, without its content.
 *
 * @param code of the first finding; empty when there is none
 * @param repairs how many repaired copies were submitted
 */
public record UnreadableView(UUID id, String party, String channel, Instant receivedAt, String code, int repairs) {
}
