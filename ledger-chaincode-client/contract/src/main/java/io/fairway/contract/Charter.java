package io.fairway.contract;

import io.fairway.contract.intent.Fields;
import io.fairway.contract.intent.Refusal;
import io.fairway.contract.intent.Subject;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The organisations of the consortium: which of them is the hub, which run a peer, and which roles each may give to its parties. Written
 * {@code CarrierMSP member carrier;PortMSP hub haulier,hub,trader}; in order of the ids.
 */
final class Charter {
    private static final Subject SUBJECT = new Subject("charter");

    private final SortedMap<String, Membership> members;

    private Charter(SortedMap<String, Membership> members) {
        this.members = members;
    }

    /** How an organisation takes part. */
    enum Kind {
        /** Runs a peer and acts for itself. */
        MEMBER,
        /** Acts for itself, without a peer. */
        LIGHT,
        /** Runs the hub: what it registers another organisation confirms, and it has no voice in recoveries and amendments. */
        HUB
    }

    private record Membership(Kind kind, List<String> roles) {
    }

    static Charter inForce(WorldState world) {
        return world.find(SUBJECT).flatMap(record -> record.find("organisations")).map(Charter::parse).orElseThrow(Refusal.CHARTER::refused);
    }

    static Charter parse(String text) {
        SortedMap<String, Membership> members = new TreeMap<>();
        for (String entry : text.split(";", -1)) {
            if (!entry.matches("[A-Za-z][A-Za-z0-9.-]{0,63} (member|light|hub) [a-z]+(,[a-z]+)*")) {
                throw Refusal.CHARTER.refused("expected <MSP id> member|light|hub <role>,<role>;…");
            }
            String[] words = entry.split(" ", -1);
            List<String> roles = List.of(words[2].split(",", -1));
            Act.require(roles.stream().allMatch(Role::isRole), Refusal.CHARTER, "a role is unknown");
            members.put(words[0], new Membership(Kind.valueOf(words[1].toUpperCase(Locale.ROOT)), roles));
        }
        Charter charter = new Charter(members);
        Act.require(members.size() == text.split(";", -1).length, Refusal.CHARTER, "an organisation stands twice");
        Act.require(charter.independent().size() > 1, Refusal.CHARTER, "expected two organisations at least that are not the hub");
        return charter;
    }

    /** Refuses roles that this organisation may not give. */
    void requireRoles(String organisation, List<String> roles) {
        Act.require(member(organisation).roles().containsAll(roles), Refusal.CHARTER, "the organisation may not give this role");
    }

    /** Refuses organisations that are not in the charter. */
    void requireMember(String organisation) {
        member(organisation);
    }

    /** Refuses strangers and the hub. */
    void requireIndependent(String organisation) {
        Act.require(member(organisation).kind() != Kind.HUB, Refusal.ORGANISATION, "the hub has no voice in this");
    }

    boolean isHub(String organisation) {
        return member(organisation).kind() == Kind.HUB;
    }

    /** Those of these organisations that run a peer. */
    List<String> peersOf(Stream<String> organisations) {
        return organisations.filter(name -> members.containsKey(name) && member(name).kind() != Kind.LIGHT).sorted().distinct().toList();
    }

    List<String> names() {
        return List.copyOf(members.keySet());
    }

    /** All that are not the hub. */
    List<String> independent() {
        return members.entrySet().stream().filter(entry -> entry.getValue().kind() != Kind.HUB).map(entry -> entry.getKey()).toList();
    }

    private Membership member(String organisation) {
        Membership membership = members.get(organisation);
        if (membership == null) {
            throw Refusal.CHARTER.refused("the organisation is not in the charter");
        }
        return membership;
    }

    static Fields propose(Act act) {
        String organisation = actingOrganisation(act);
        Charter proposed = parse(act.text("organisations"));
        Fields record = act.before().orElse(Fields.none());
        List<String> voices = record.find("organisations").map(Charter::parse).orElse(proposed).names();
        Act.require(voices.contains(organisation), Refusal.CHARTER, "the organisation is not in the charter");
        return act.write(ratified(record.with("proposed", act.text("organisations")).without("ratified"), organisation));
    }

    static Fields ratify(Act act) {
        String organisation = actingOrganisation(act);
        Fields record = act.existing();
        Act.require(record.find("proposed").isPresent(), Refusal.STATE);
        Act.require(needed(record).contains(organisation), Refusal.CHARTER, "this organisation's voice is not needed");
        return act.write(ratified(record, organisation));
    }

    private static Fields ratified(Fields record, String organisation) {
        List<String> ratified = Stream.concat(record.list("ratified").stream(), Stream.of(organisation)).sorted().distinct().toList();
        return ratified.containsAll(needed(record))
                ? record.with("organisations", record.text("proposed")).without("proposed", "ratified")
                : record.with("ratified", ratified);
    }

    /** The first charter binds all it names; a later one needs every member but the hub, and whoever is new. */
    private static List<String> needed(Fields record) {
        Charter proposed = parse(record.text("proposed"));
        return record.find("organisations").map(Charter::parse)
                .map(current -> Stream.concat(current.independent().stream(), proposed.names().stream().filter(name -> !current.names().contains(name)))
                        .toList())
                .orElse(proposed.names());
    }

    static String actingOrganisation(Act act) {
        Act.require(act.actor().startsWith("@"), Refusal.NOT_ENTITLED, "expected an organisation as actor");
        return act.actor().substring(1);
    }
}
