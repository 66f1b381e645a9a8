package io.fairway.usecase.registry;

import io.fairway.usecase.PartyId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An act that waits for, or has got, a second person of the same organisation.
 *
 * @param kind of the {@link SensitiveAct} that it is
 * @param subject what it is done to, for example a consignment's id
 * @param detail what else the act has to know, by name
 * @param askedBy party and person, {@code HUBTERM/anna}
 */
public record PendingAct(UUID id, PartyId organisation, String kind, String subject, Map<String, String> detail, String askedBy, Instant askedAt,
                         Instant validUntil, State state, Optional<String> answeredBy, Optional<Instant> answeredAt) {
    public PendingAct {
        detail = Map.copyOf(detail);
    }

    /** How far it is. */
    public enum State {
        PENDING, DONE, REFUSED
    }
}
