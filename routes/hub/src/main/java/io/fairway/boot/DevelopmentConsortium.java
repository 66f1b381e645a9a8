package io.fairway.boot;

import io.fairway.clearance.Role;
import io.fairway.devledger.DevLedger;
import io.fairway.document.Envelope.Environment;
import io.fairway.ledger.Invocation;
import io.fairway.ledger.Ledger;
import io.fairway.ledger.LedgerProfile;
import io.fairway.ledger.LedgerRefusedException;
import io.fairway.ledger.Outcome;
import io.fairway.ledger.Query;
import io.fairway.ledger.fabric.FabricLedger;
import io.fairway.ledger.fabric.Patience;
import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Parties;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.PartyRecord;
import io.fairway.usecase.title.FlatRecord;
import io.fairway.usecase.title.LedgerNames;
import java.io.IOException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Sets a ledger up for the development parties as a consortium would: the charter, ratified by each organisation, and the development parties, each by a
 * key of its own. What is there already is left as it is, so it may be done at every start.
 */
final class DevelopmentConsortium {
    private static final String CHARTER = "BankMSP member authority,bank,customs,port;CarrierMSP member carrier,haulier,terminal,trader;PortMSP hub hub";
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Map<Role, Set<String>> ROLES = Map.of(Role.CARRIER, Set.of("carrier"), Role.FORWARDER, Set.of("trader"),
            Role.HAULIER, Set.of("haulier"), Role.TERMINAL, Set.of("terminal"), Role.BANK, Set.of("bank"), Role.CUSTOMS, Set.of("customs"),
            Role.MARITIME, Set.of("authority", "port"), Role.BORDER, Set.of("authority"));

    private final Map<String, LedgerProfile> profiles;
    private final Parties parties;
    private final PartyKeys held;
    private final PartyKeys custody;
    private final Identifiers identifiers;
    private final InstantSource clock;

    /** @param profiles of each organisation's administrator: carrier, port and bank */
    DevelopmentConsortium(Map<String, LedgerProfile> profiles, Parties parties, PartyKeys held, PartyKeys custody, Identifiers identifiers,
                          InstantSource clock) {
        this.profiles = Map.copyOf(profiles);
        this.parties = parties;
        this.held = held;
        this.custody = custody;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** The administrators of a development ledger. */
    static Map<String, LedgerProfile> administrators(DevLedger ledger) {
        return ledger.organisations().stream().collect(Collectors.toMap(name -> name, name -> ledger.profile(name).as(ledger.administrator(name))));
    }

    /** Sets up what is missing. */
    void setUp() throws IOException {
        Map<String, Ledger> connected = new HashMap<>();
        try {
            for (var each : profiles.entrySet()) {
                connected.put(each.getKey(), FabricLedger.of(each.getValue(), Patience.usual()));
            }
            charter(connected);
            for (PartyRecord party : registered()) {
                register(party, connected);
            }
            registerHub(connected);
        } finally {
            connected.values().forEach(Ledger::close);
        }
    }

    private List<PartyRecord> registered() {
        var found = new TreeMap<String, PartyRecord>();
        ROLES.keySet().forEach(role -> parties.withRole(role, Environment.LIVE).forEach(party -> found.put(party.id().value(), party)));
        return List.copyOf(found.values());
    }

    private void charter(Map<String, Ledger> administrators) {
        if (isThere(administrators, "charter")) {
            return;
        }
        order(administrators, "bank", FlatRecord.of(intent("@BankMSP", "charter.propose", "charter", "0", Map.of("organisations", CHARTER))), List.of());
        order(administrators, "carrier", FlatRecord.of(intent("@CarrierMSP", "charter.ratify", "charter", "1", Map.of())), List.of());
        order(administrators, "port", FlatRecord.of(intent("@PortMSP", "charter.ratify", "charter", "2", Map.of())), List.of());
    }

    private void register(PartyRecord party, Map<String, Ledger> administrators) {
        String name = LedgerNames.of(party.id());
        if (isThere(administrators, "party/" + name)) {
            return;
        }
        boolean ofBank = party.roles().stream().anyMatch(EnumSet.of(Role.BANK, Role.CUSTOMS, Role.MARITIME, Role.BORDER)::contains);
        boolean inCustody = party.roles().stream().anyMatch(EnumSet.of(Role.TERMINAL, Role.CUSTOMS)::contains);
        KeyPair key = (inCustody ? custody : held).findOrMake(party.id().value());
        Set<String> roles = new TreeSet<>();
        party.roles().forEach(role -> roles.addAll(ROLES.getOrDefault(role, Set.of())));
        FlatRecord intent = FlatRecord.of(intent(name, "party.register", "party/" + name, "0", Map.of(
                "key", Base64.getEncoder().encodeToString(key.getPublic().getEncoded()), "roles", String.join(",", roles),
                "custody", inCustody ? "hub-custody" : "party-held", "organisation", ofBank ? "BankMSP" : "CarrierMSP")));
        order(administrators, ofBank ? "bank" : "carrier", intent, List.of(PartyKeys.sign(key, intent.canonical())));
    }

    /** The hub's own party anchors digests; a party of the hub's organisation counts once another one has confirmed it. */
    private void registerHub(Map<String, Ledger> administrators) {
        String name = LedgerNames.of(PartyId.HUB);
        String subject = "party/" + name;
        if (!isThere(administrators, subject)) {
            KeyPair key = custody.findOrMake(PartyId.HUB.value());
            FlatRecord intent = FlatRecord.of(intent(name, "party.register", subject, "0", Map.of(
                    "key", Base64.getEncoder().encodeToString(key.getPublic().getEncoded()), "roles", "hub",
                    "custody", "hub-custody", "organisation", "PortMSP")));
            order(administrators, "port", intent, List.of(PartyKeys.sign(key, intent.canonical())));
        }
        if (stateOf(administrators, subject).equals("proposed")) {
            order(administrators, "bank", FlatRecord.of(intent("@BankMSP", "party.confirm", subject, "1", Map.of())), List.of());
        }
    }

    private static String stateOf(Map<String, Ledger> administrators, String subject) {
        return FlatRecord.read(administrator(administrators, "bank").evaluate(Query.of("read", subject))).text("state");
    }

    private Map<String, String> intent(String actor, String action, String subject, String version, Map<String, String> own) {
        var members = new TreeMap<>(own);
        members.putAll(Map.of("actor", actor, "action", action, "subject", subject, "version", version, "event", identifiers.next().toString(),
                "ledger", channel(), "expiry", clock.instant().plus(LIFE).truncatedTo(ChronoUnit.SECONDS).toString()));
        return members;
    }

    private String channel() {
        return profiles.values().stream().map(LedgerProfile::channel).findFirst().orElseThrow();
    }

    private static boolean isThere(Map<String, Ledger> administrators, String subject) {
        try {
            FlatRecord found = FlatRecord.read(administrator(administrators, "bank").evaluate(Query.of("read", subject)));
            return !subject.equals("charter") || found.find("organisations").isPresent();
        } catch (LedgerRefusedException absent) {
            return false;
        }
    }

    private static void order(Map<String, Ledger> administrators, String organisation, FlatRecord intent, List<String> signatures) {
        Ledger administrator = administrator(administrators, organisation);
        Outcome outcome = administrator.submit(administrator.endorse(Invocation.ofIntent(intent.canonical(), signatures)));
        switch (outcome) {
            case Outcome.Recorded _ -> { }
            case Outcome.Conflicted(var code, var _) -> throw new IllegalStateException("Setting up " + intent.text("subject") + ": " + code);
            case Outcome.Invalid(var code, var _) -> throw new IllegalStateException("Setting up " + intent.text("subject") + ": " + code);
        }
    }

    private static Ledger administrator(Map<String, Ledger> administrators, String organisation) {
        Ledger administrator = administrators.get(organisation);
        if (administrator == null) {
            throw new IllegalStateException("No administrator of " + organisation);
        }
        return administrator;
    }
}
