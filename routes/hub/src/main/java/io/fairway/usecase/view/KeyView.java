package io.fairway.usecase.view;

import io.fairway.usecase.registry.EnrolledKey;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A key that a party signs or authenticates with.
 *
 * @param keyId RFC 7638 thumbprint, as tokens and signatures name it
 * @param revokedAt since when it is refused; absent while it counts
 */
public record KeyView(UUID id, String party, String keyId, EnrolledKey.Purpose purpose, Instant validFrom, Instant validUntil,
                      Instant enrolledAt, String enrolledBy, String confirmedBy, Optional<Instant> revokedAt) {
}
