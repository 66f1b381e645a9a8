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
 * @param transmission the transmission it came in; absent when sent
 * @param verdict what reading it came to; absent when sent
 * @param digest SHA-256 of its own bytes; absent when sent and not yet translated
 */
public record InterchangeView(UUID id, Direction direction, String reference, String sender, String recipient, Syntax syntax,
                              Environment environment, Instant at, Optional<UUID> transmission, Optional<Verdict> verdict,
                              Optional<String> digest) {

    /** Seen from the caller. */
    public enum Direction {
        RECEIVED, SENT
    }
}
