package io.fairway.usecase.retention;

import java.time.Instant;
import java.util.UUID;

/**
 * Keeps a thing from being erased, whatever its period and whoever asks, until two persons lift it.
 *
 * @param reason for example the number of a court's case
 * @param placedBy party and person
 */
public record LegalHold(UUID id, Erasable kind, UUID subject, String reason, Instant placedAt, String placedBy) {
}
