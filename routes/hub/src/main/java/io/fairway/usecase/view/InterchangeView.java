package io.fairway.usecase.view;

import io.fairway.document.Envelope.Environment;
import io.fairway.document.Envelope.Syntax;
import io.fairway.usecase.InterchangeOutcome.Verdict;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One interchange in a list.
 *
 * @param direction received from the caller, or sent to it
 * @param sender who sent it, as the envelope says
 * @param recipient to whom, as the envelope says
 * @param at when it was received, or first made for the recipient
 * @param digest SHA-256 of its own bytes; absent when sent and not yet translated
 * @param received only of a received one
 * @param sent only of a sent one
 */
public record InterchangeView(UUID id, Direction direction, String reference, String sender, String recipient, Environment environment,
                              Instant at, Optional<String> digest, Optional<Received> received, Optional<Sent> sent,
                              Optional<Verdict> verdict) {

    /** Seen from the caller. */
    public enum Direction {
        RECEIVED, SENT
    }

    /**
     * @param transmission the transmission it came in
     * @param repeats the interchange that had its reference first, when this one repeats it
     */
    public record Received(UUID transmission, Syntax syntax, Optional<UUID> repeats) {
    }

    /** @param document what it says, for example {@code CustomsResponse} */
    public record Sent(String document, String dialect, DeliveryView.State state) {
    }
}
