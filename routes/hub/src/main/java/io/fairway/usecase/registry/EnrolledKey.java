package io.fairway.usecase.registry;

import io.fairway.usecase.PartyId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The public part of a key that a party authenticates or signs with.
 *
 * @param keyId RFC 7638 thumbprint; no two keys have the same
 * @param jwk RFC 7517, without a private part
 * @param enrolledBy who asked for it @param confirmedBy the second person
 */
public record EnrolledKey(UUID id, PartyId party, String keyId, String jwk, Purpose purpose, Instant validFrom, Instant validUntil,
                          Instant enrolledAt, String enrolledBy, String confirmedBy, Optional<Instant> revokedAt) {

    /** What it is for. */
    public enum Purpose {
        AUTHENTICATION, SIGNING
    }

    /** Whether it counts now. */
    public boolean isValid(Instant now) {
        return revokedAt.isEmpty() && !now.isBefore(validFrom) && !now.isAfter(validUntil);
    }
}
