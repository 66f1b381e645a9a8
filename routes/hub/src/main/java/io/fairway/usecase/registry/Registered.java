package io.fairway.usecase.registry;

import io.fairway.clearance.Role;
import io.fairway.document.Envelope.Environment;
import io.fairway.usecase.PartyId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A registration.
 *
 * @param organisation the enterprise it belongs to; an enterprise is its own
 * @param identifier IMO number, number plate, licence or serial number, by kind; may be empty
 * @param codes codes that name it in documents, besides its id
 * @param validUntil last instant it may act; empty for no limit
 * @param registeredBy party, and person if known, that registered it
 * @param reason why it was decided so; may be empty
 */
public record Registered(PartyId id, Kind kind, PartyId organisation, String name, String identifier, Set<Role> roles, Set<String> codes,
                         Environment environment, Status status, Optional<Instant> validUntil, Instant registeredAt, String registeredBy,
                         String reason) {
    public Registered {
        roles = Set.copyOf(roles);
        codes = Set.copyOf(codes);
    }

    /** What a party is. */
    public enum Kind {
        ENTERPRISE, VESSEL, VEHICLE, DRIVER, DEVICE
    }

    /** How far its registration is. */
    public enum Status {
        PENDING, ACTIVE, SUSPENDED, ENDED
    }

    /** Its own standing, whatever its organisation's is. */
    Standing standing(Instant now) {
        return switch (status) {
            case PENDING -> Standing.PENDING;
            case SUSPENDED -> Standing.SUSPENDED;
            case ENDED -> Standing.ENDED;
            case ACTIVE -> validUntil.filter(now::isAfter).isPresent() ? Standing.EXPIRED : Standing.ACTIVE;
        };
    }
}
