package io.fairway.store;

import io.fairway.clearance.Role;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.ReadingProfile;
import io.fairway.usecase.Parties;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.PartyRecord;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows one customs: the party with the given name and {@code -C}. */
record TestParties(String name) implements Parties {

    @Override
    public Optional<PartyRecord> find(PartyId id) {
        return id.value().equals(name + "-C") ? Optional.of(customs(id)) : Optional.empty();
    }

    private static PartyRecord customs(PartyId id) {
        return new PartyRecord(id, "Customs", Set.of(Role.CUSTOMS), Set.of(), Environment.LIVE, Optional.empty(), Map.of(),
                new ReadingProfile(ZoneOffset.UTC, Optional.empty(), Map.of()));
    }

    @Override
    public Optional<PartyRecord> byCode(String code) {
        return find(new PartyId(code));
    }

    @Override
    public List<PartyRecord> withRole(Role role, Environment environment) {
        return List.of();
    }
}
