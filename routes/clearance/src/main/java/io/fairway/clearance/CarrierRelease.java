package io.fairway.clearance;

import java.time.Instant;
import java.util.Optional;

/**
 * The carrier's leave to hand a container over.
 *
 * @param reference release or delivery order number
 * @param haulier code of the haulier who may collect; empty when not said
 * @param validUntil last instant it may be handed over; empty when without limit
 */
public record CarrierRelease(String reference, String haulier, Optional<Instant> validUntil) {

    /** Whether it may no longer be used. */
    public boolean isExpiredAt(Instant now) {
        return validUntil.filter(now::isAfter).isPresent();
    }
}
