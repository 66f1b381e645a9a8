package io.fairway.usecase.feed;

import java.time.Instant;
import java.util.UUID;

/**
 * A leased notice: one event for one subscription.
 *
 * @param event the event's id
 * @param body what is sent, the same each time
 * @param attempts how often it was tried before
 */
public record Notice(UUID id, UUID subscription, String event, byte[] body, int attempts, Instant firstAttempt) {
}
