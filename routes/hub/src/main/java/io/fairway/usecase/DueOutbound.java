package io.fairway.usecase;

import java.time.Instant;
import java.util.Optional;

/** A leased row of the outbox. @param image present once it was translated and signed */
public record DueOutbound(NewOutbound outbound, Optional<SignedImage> image, int attempts, Instant firstAttempt) {
}
