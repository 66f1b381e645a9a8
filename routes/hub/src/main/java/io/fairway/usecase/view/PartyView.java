package io.fairway.usecase.view;

import io.fairway.clearance.Role;
import io.fairway.document.Envelope.Environment;
import io.fairway.usecase.registry.Registered;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A registered party.
 *
 * @param organisation the enterprise it belongs to; an enterprise is its own
 * @param identifier IMO number, number plate, licence or serial number, by kind; may be empty
 * @param validUntil last instant it may act; absent for no limit
 * @param reason why it was decided so; may be empty
 */
public record PartyView(String id, Registered.Kind kind, String organisation, String name, String identifier, List<Role> roles,
                        Environment environment, Registered.Status status, Optional<Instant> validUntil, Instant registeredAt,
                        String registeredBy, String reason) {
    public PartyView {
        roles = List.copyOf(roles);
    }

    /** The registration as its organisation and the operator see it. */
    public static PartyView of(Registered party) {
        return new PartyView(party.id().value(), party.kind(), party.organisation().value(), party.name(), party.identifier(),
                party.roles().stream().sorted().toList(), party.environment(), party.status(), party.validUntil(), party.registeredAt(),
                party.registeredBy(), party.reason());
    }
}
