package io.fairway.usecase.registry;

import io.fairway.clearance.Role;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.ReadingProfile;
import io.fairway.usecase.Parties;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.PartyRecord;
import io.fairway.usecase.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The registered parties, in memory, as of the last {@link #refresh}. Configuration, and over it what the operator's people entered since
 * ({@link CounterpartProfiles}), says how the hub talks with a party; the registry says whether it is here. A party that only the
 * registry knows is one that fetches what it is told.
 */
public final class RegisteredParties implements Parties, Standings {
    private final Transactions transactions;
    private final PartyRegistry registry;
    private final List<PartyRecord> configured;
    private final CounterpartProfiles profiles;
    private final ZoneId portZone;
    private final InstantSource clock;
    private volatile Snapshot known = new Snapshot(List.of(), Map.of(), Map.of(), Map.of());

    /**
     * @param profiled the parties of which it is said how the hub talks with them @param records the parties in order
     * @param codes by every code that names one @param registrations by id
     */
    private record Snapshot(List<PartyRecord> profiled, Map<PartyId, PartyRecord> records, Map<String, PartyRecord> codes,
                            Map<PartyId, Registered> registrations) {
    }

    public RegisteredParties(Transactions transactions, PartyRegistry registry, List<PartyRecord> configured,
                             CounterpartProfiles profiles, ZoneId portZone, InstantSource clock) {
        this.transactions = transactions;
        this.registry = registry;
        this.configured = List.copyOf(configured);
        this.profiles = profiles;
        this.portZone = portZone;
        this.clock = clock;
    }

    /** Registers the configured parties that are new, in good standing, and reads all. */
    public void seed() {
        Instant now = clock.instant();
        transactions.asHub(() -> {
            List<PartyRecord> all = profiled();
            all.forEach(party -> seed(party, now));
            return all.size();
        });
        refresh();
    }

    private void seed(PartyRecord party, Instant now) {
        var registered = new Registered(party.id(), Registered.Kind.ENTERPRISE, party.id(), party.name(), "", party.roles(), party.codes(),
                party.environment(), Registered.Status.ACTIVE, Optional.empty(), now, "configuration", "");
        if (!registry.add(registered)) {
            registry.describe(registered);
        }
    }

    /** Reads the registry again; one after the other, so that none puts back what an earlier one read. */
    public synchronized void refresh() {
        List<PartyRecord> profiled = new ArrayList<>();
        List<Registered> all = transactions.asHub(() -> {
            profiled.addAll(profiled());
            return registry.all();
        });
        var byId = new HashMap<PartyId, PartyRecord>();
        profiled.forEach(party -> byId.put(party.id(), party));
        var records = new LinkedHashMap<PartyId, PartyRecord>();
        var codes = new HashMap<String, PartyRecord>();
        var registrations = new HashMap<PartyId, Registered>();
        for (Registered registered : all) {
            PartyRecord party = byId.getOrDefault(registered.id(), plain(registered));
            records.put(party.id(), party);
            registrations.put(party.id(), registered);
        }
        records.values().forEach(party -> {
            codes.putIfAbsent(party.id().value(), party);
            party.codes().forEach(code -> codes.putIfAbsent(code, party));
        });
        known = new Snapshot(List.copyOf(profiled), records, codes, registrations);
    }

    /** What configuration says, and over it what was entered since; in the running transaction. */
    private List<PartyRecord> profiled() {
        var all = new LinkedHashMap<PartyId, PartyRecord>();
        configured.forEach(party -> all.put(party.id(), party));
        profiles.inForce().forEach(party -> all.put(party.id(), party));
        return List.copyOf(all.values());
    }

    private PartyRecord plain(Registered registered) {
        return new PartyRecord(registered.id(), registered.name(), registered.roles(), registered.codes(), registered.environment(),
                Optional.empty(), Map.of(), new ReadingProfile(portZone, Optional.empty(), Map.of()));
    }

    /** The parties of which it is said how the hub talks with them, whether or not they may act. */
    List<PartyRecord> profiledParties() {
        return known.profiled();
    }

    @Override
    public Optional<PartyRecord> find(PartyId id) {
        return Optional.ofNullable(known.records().get(id));
    }

    @Override
    public Optional<PartyRecord> byCode(String code) {
        return Optional.ofNullable(known.codes().get(code));
    }

    @Override
    public List<PartyRecord> withRole(Role role, Environment environment) {
        var found = new ArrayList<PartyRecord>();
        known.records().values().forEach(party -> {
            if (party.roles().contains(role) && party.environment() == environment && of(party.id()).mayAct()) {
                found.add(party);
            }
        });
        return List.copyOf(found);
    }

    /** The organisation a party belongs to; itself when it is one. */
    public PartyId organisationOf(PartyId party) {
        Registered registered = known.registrations().get(party);
        return registered == null ? party : registered.organisation();
    }

    @Override
    public Standing of(PartyId id) {
        Instant now = clock.instant();
        Registered registered = known.registrations().get(id);
        if (registered == null) {
            return Standing.UNKNOWN;
        }
        Standing own = registered.standing(now);
        Registered organisation = known.registrations().get(registered.organisation());
        return own != Standing.ACTIVE || organisation == null ? own : organisation.standing(now);
    }
}
