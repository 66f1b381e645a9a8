package io.fairway.usecase.view;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets one party act for another.
 *
 * @param principal for whom is acted; it registered this
 * @param agent who acts
 * @param withdrawnAt since when it counts no more; absent while it does
 */
public record MandateView(UUID id, String principal, String agent, Instant validFrom, Instant validUntil, Instant registeredAt,
                          String registeredBy, Optional<Instant> withdrawnAt) {
}
