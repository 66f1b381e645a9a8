package io.fairway.boot;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.registry.PartyRegistry;
import io.fairway.usecase.registry.Registered;
import io.fairway.usecase.view.Slice;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Registrations in memory. */
final class MemoryRegistry implements PartyRegistry {
    private final Map<PartyId, Registered> registered = new LinkedHashMap<>();

    @Override
    public List<Registered> all() {
        return List.copyOf(registered.values());
    }

    @Override
    public Slice<Registered> page(Slice.Want want) {
        return new Slice<>(all(), Optional.empty());
    }

    @Override
    public Optional<Registered> find(PartyId id) {
        return Optional.ofNullable(registered.get(id));
    }

    @Override
    public boolean add(Registered party) {
        return registered.putIfAbsent(party.id(), party) == null;
    }

    @Override
    public void describe(Registered party) {
        throw new AssertionError("Nothing was registered before");
    }

    @Override
    public void decide(PartyId id, Registered.Status status, Optional<Instant> validUntil, Decided decided) {
        Registered before = registered.get(id);
        registered.put(id, new Registered(id, before.kind(), before.organisation(), before.name(), before.identifier(), before.roles(),
                before.codes(), before.environment(), status, validUntil, before.registeredAt(), before.registeredBy(), decided.reason()));
    }
}
