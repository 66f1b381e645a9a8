package io.fairway.usecase.view;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How a notice to a subscriber stands.
 *
 * @param event id of the event it tells
 * @param failure what came of the last attempt that failed; absent when none did, or it was taken
 */
public record NoticeView(UUID id, String event, UUID consignment, State state, int attempts, Instant createdAt, Optional<Instant> concludedAt,
                         Optional<String> failure) {

    /** How far it is. */
    public enum State {
        WAITING, DELIVERED, PARKED
    }
}
