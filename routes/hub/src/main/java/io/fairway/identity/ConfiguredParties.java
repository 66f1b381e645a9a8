package io.fairway.identity;

import io.fairway.clearance.Role;
import io.fairway.document.Envelope.Environment;
import io.fairway.usecase.Parties;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.PartyRecord;
import io.fairway.usecase.evidence.SignatureProfile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parties that configuration names. Immutable. */
public final class ConfiguredParties implements Parties {
    private static final String DEVELOPMENT = "development-parties.yaml";

    private final Map<PartyId, PartyRecord> byId;
    private final Map<String, PartyRecord> byCode;
    private final Map<PartyId, Set<PartyId>> mandates;
    private final Map<PartyId, SignatureProfile> signatures;

    private ConfiguredParties(Collection<PartyRecord> parties, Map<PartyId, Set<PartyId>> mandates,
                              Map<PartyId, SignatureProfile> signatures) {
        this.mandates = Map.copyOf(mandates);
        this.signatures = Map.copyOf(signatures);
        this.byId = new LinkedHashMap<>();
        this.byCode = new HashMap<>();
        for (PartyRecord party : parties) {
            byId.put(party.id(), party);
            claim(party.id().value(), party);
            party.codes().forEach(code -> claim(code, party));
        }
    }

    private void claim(String code, PartyRecord party) {
        PartyRecord other = byCode.putIfAbsent(code, party);
        if (other != null && !other.id().equals(party.id())) {
            throw new PartyFileException("parties", "the code " + code + " names both " + other.id() + " and " + party.id());
        }
    }

    /**
     * The development parties and, over them, what a file says.
     *
     * @param counterparts the file named by {@code FAIRWAY_COUNTERPARTS}; empty for none
     * @param portZone zone of local times where a party names none
     * @throws PartyFileException when the file is missing or says something that cannot be used
     */
    public static ConfiguredParties development(Optional<Path> counterparts, ZoneId portZone) {
        var entries = new ArrayList<>(classPathEntries());
        counterparts.ifPresent(file -> entries.addAll(fileEntries(file)));
        return of(entries, portZone);
    }

    /** Only what the file says: the parties of a hub whose tokens come from an outside issuer. */
    public static ConfiguredParties outside(Optional<Path> counterparts, ZoneId portZone) {
        return of(counterparts.map(ConfiguredParties::fileEntries).orElse(List.of()), portZone);
    }

    private static ConfiguredParties of(List<PartyEntry> entries, ZoneId portZone) {
        var parties = new LinkedHashMap<PartyId, PartyRecord>();
        var mandates = new HashMap<PartyId, Set<PartyId>>();
        var signatures = new HashMap<PartyId, SignatureProfile>();
        for (PartyEntry entry : entries) {
            entry.signature().ifPresent(profile -> signatures.put(entry.party(), profile));
            mandates.computeIfAbsent(entry.party(), agent -> new HashSet<>()).addAll(entry.actsFor());
            PartyRecord earlier = parties.get(entry.party());
            parties.put(entry.party(), earlier == null ? entry.alone(portZone) : entry.over(earlier));
        }
        return new ConfiguredParties(parties.values(), mandates, signatures);
    }

    private static List<PartyEntry> classPathEntries() {
        try (InputStream in = ConfiguredParties.class.getResourceAsStream(DEVELOPMENT)) {
            if (in == null) {
                throw new IllegalStateException(DEVELOPMENT + " is missing on the class path");
            }
            return PartyFile.read(in, DEVELOPMENT);
        } catch (IOException e) {
            throw new IllegalStateException(DEVELOPMENT + " cannot be read", e);
        }
    }

    private static List<PartyEntry> fileEntries(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return PartyFile.read(in, file.toString());
        } catch (IOException e) {
            throw new PartyFileException(file.toString(), "cannot be read: " + e);
        }
    }

    @Override
    public Optional<PartyRecord> find(PartyId id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Optional<PartyRecord> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    @Override
    public List<PartyRecord> withRole(Role role, Environment environment) {
        return byId.values().stream().filter(p -> p.roles().contains(role) && p.environment() == environment).toList();
    }

    /** For whom each party acts, as configuration says: the mandates a hub starts with. */
    public Map<PartyId, Set<PartyId>> mandates() {
        return mandates;
    }

    /**
     * Sees that each party is told things in dialects that are written.
     *
     * @throws PartyFileException when one is not
     */
    public void requireDialects(Set<String> written) {
        byId.values().forEach(party -> requireDialects(party, written));
    }

    static void requireDialects(PartyRecord party, Set<String> written) {
        party.dialects().entrySet().stream().filter(dialect -> !written.contains(dialect.getValue())).sorted(Map.Entry.comparingByKey())
                .findFirst().ifPresent(dialect -> {
                    throw new PartyFileException("parties", party.id() + " wants " + dialect.getKey() + " as " + dialect.getValue()
                            + ", which nobody writes");
                });
    }

    /** All of them, in the order they were named. */
    public List<PartyRecord> all() {
        return List.copyOf(byId.values());
    }

    /** A party as these profiles change it; one that is not among them is new. */
    PartyRecord with(PartyEntry entry, ZoneId portZone) {
        return find(entry.party()).map(entry::over).orElseGet(() -> entry.alone(portZone));
    }

    /** How the hub and a party sign what they send each other. */
    public SignatureProfile signatures(PartyId party) {
        return signatures.getOrDefault(party, SignatureProfile.STANDARD);
    }
}
