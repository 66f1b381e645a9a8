package io.fairway.usecase.view;

import io.fairway.usecase.retention.Erasable;
import io.fairway.usecase.retention.LegalHold;
import java.time.Instant;
import java.util.UUID;

/** A legal hold that stands. */
public record LegalHoldView(UUID id, Erasable kind, UUID subject, String reason, Instant placedAt, String placedBy) {

    public static LegalHoldView of(LegalHold hold) {
        return new LegalHoldView(hold.id(), hold.kind(), hold.subject(), hold.reason(), hold.placedAt(), hold.placedBy());
    }
}
