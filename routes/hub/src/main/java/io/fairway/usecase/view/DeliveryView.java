package io.fairway.usecase.view;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something a counterpart is told because of an interchange.
 *
 * @param id stable message id on the wire
 * @param digest SHA-256 of the bytes that go on the wire; absent until they are made
 * @param cause why it is not delivered yet, or was given up
 */
public record DeliveryView(UUID id, String recipient, String document, String dialect, String reference, State state, int attempts,
                           Instant createdAt, Optional<Instant> concludedAt, Optional<String> digest, Optional<String> cause) {

    /** Where a delivery stands. */
    public enum State {
        WAITING, AVAILABLE, DELIVERED, PARKED
    }
}
