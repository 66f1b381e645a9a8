package io.fairway.contract;

import io.fairway.contract.intent.Fields;
import io.fairway.contract.intent.PublicKey256;
import io.fairway.contract.intent.Refusal;
import java.util.List;
import java.util.stream.Stream;

/** Parties and their keys. Who may change them decides who can move anything at all; {@code docs/contract.md} has the reasons. */
final class Registry {
    /** The custody of a key that only its party has. */
    static final String PARTY_HELD = "party-held";

    private static final int MOST_KEYS = 20;
    private static final List<String> CUSTODIES = List.of("hub-custody", PARTY_HELD);

    private Registry() {
    }

    static Fields register(Act act) {
        act.requireNew();
        Act.require(act.subject().part(1).equals(act.actor()), Refusal.NOT_ENTITLED);
        String organisation = act.text("organisation");
        Charter charter = Charter.inForce(act.world());
        requireAdministrator(act, organisation);
        List<String> roles = act.intent().fields().list("roles");
        charter.requireRoles(organisation, roles);
        String key = newKey(act);
        putKey(act, act.actor(), act.text("key"), custody(act));
        return act.write(Fields.none().with("organisation", organisation).with("roles", roles).with("keyCustody", custody(act)).with("keys", key)
                .with("state", charter.isHub(organisation) ? "proposed" : "active"));
    }

    static Fields confirm(Act act) {
        String organisation = Charter.actingOrganisation(act);
        Charter.inForce(act.world()).requireIndependent(organisation);
        requireState(act, "proposed");
        return act.write(act.existing().with("state", "active").with("confirmedBy", organisation));
    }

    static Fields suspend(Act act) {
        requireHome(act);
        requireState(act, "active");
        return act.write(act.existing().with("state", "suspended"));
    }

    static Fields resume(Act act) {
        requireHome(act);
        requireState(act, "suspended");
        return act.write(act.existing().with("state", "active"));
    }

    static Fields entitle(Act act) {
        requireHome(act);
        List<String> roles = act.intent().fields().list("roles");
        Charter.inForce(act.world()).requireRoles(act.existing().text("organisation"), roles);
        return act.write(act.existing().with("roles", roles));
    }

    static Fields addKey(Act act) {
        requireSelf(act);
        Fields party = act.existing();
        List<String> keys = Stream.concat(party.list("keys").stream(), Stream.of(newKey(act))).sorted().toList();
        Act.require(keys.size() <= MOST_KEYS, Refusal.KEY_COUNT);
        putKey(act, act.actor(), act.text("key"), party.text("keyCustody"));
        return act.write(withoutRecovery(party.with("keys", keys)));
    }

    static Fields rotateKey(Act act) {
        requireSelf(act);
        Fields party = act.existing();
        String key = newKey(act);
        retireAll(act, party);
        putKey(act, act.actor(), act.text("key"), custody(act));
        return act.write(withoutRecovery(party.with("keys", key).with("keyCustody", custody(act))));
    }

    static Fields revokeKey(Act act) {
        Fields party = act.existing();
        Act.require(act.subject().part(1).equals(act.actor()) || ("@" + party.text("organisation")).equals(act.actor()), Refusal.NOT_ENTITLED);
        String revoked = act.text("keyId");
        Act.require(party.list("keys").contains(revoked), Refusal.KEY_UNKNOWN);
        retire(act, revoked);
        Fields changed = party.with("keys", party.list("keys").stream().filter(key -> !key.equals(revoked)).toList());
        return act.write(act.actor().startsWith("@") ? changed : withoutRecovery(changed));
    }

    static Fields recover(Act act) {
        String organisation = Charter.actingOrganisation(act);
        Charter.inForce(act.world()).requireIndependent(organisation);
        newKey(act);
        return act.write(act.existing().with("recoveryKey", act.text("key")).with("recoveryBy", organisation));
    }

    static Fields confirmRecovery(Act act) {
        String organisation = Charter.actingOrganisation(act);
        Charter charter = Charter.inForce(act.world());
        charter.requireIndependent(organisation);
        Fields party = act.existing();
        PublicKey256 key = new PublicKey256(party.find("recoveryKey").orElseThrow(Refusal.STATE::refused));
        Act.require(key.id().equals(act.text("keyId")), Refusal.KEY_UNKNOWN);
        String first = party.text("recoveryBy");
        Act.require(!first.equals(organisation), Refusal.ORGANISATION, "expected a second organisation");
        String home = party.text("organisation");
        Act.require(charter.isHub(home) || first.equals(home) || organisation.equals(home), Refusal.ORGANISATION,
                "expected the party's own organisation to be one of the two");
        Act.require(act.world().find("key", List.of(key.id())).isEmpty(), Refusal.KEY_TAKEN);
        retireAll(act, party);
        putKey(act, act.subject().part(1), key.spki(), PARTY_HELD);
        return act.write(withoutRecovery(party.with("keys", key.id()).with("keyCustody", PARTY_HELD)));
    }

    private static String newKey(Act act) {
        String id = new PublicKey256(act.text("key")).id();
        Act.require(act.world().find("key", List.of(id)).isEmpty(), Refusal.KEY_TAKEN);
        Act.require(act.newKeys().contains(id), Refusal.SIGNATURE, "the new key must sign too");
        return id;
    }

    private static String custody(Act act) {
        String custody = act.text("custody");
        Act.require(CUSTODIES.contains(custody), Refusal.INTENT_FORM, "custody is party-held or hub-custody");
        return custody;
    }

    private static void putKey(Act act, String party, String spki, String custody) {
        act.world().put("key", List.of(new PublicKey256(spki).id()), Fields.none().with("party", party).with("spki", spki).with("custody", custody)
                .with("state", "active").with("event", act.intent().event()).with("by", act.actor()));
    }

    private static void retireAll(Act act, Fields party) {
        party.list("keys").forEach(key -> retire(act, key));
    }

    private static void retire(Act act, String keyId) {
        Fields key = act.world().find("key", List.of(keyId)).orElseThrow(Refusal.KEY_UNKNOWN::refused);
        act.world().put("key", List.of(keyId), key.with("state", "retired").with("event", act.intent().event()).with("by", act.actor()));
    }

    /** Whoever still has a key of the party ends a recovery that others began. */
    private static Fields withoutRecovery(Fields party) {
        return party.without("recoveryKey", "recoveryBy");
    }

    private static void requireSelf(Act act) {
        act.existing();
        Act.require(act.subject().part(1).equals(act.actor()), Refusal.NOT_ENTITLED);
    }

    private static void requireHome(Act act) {
        act.requireActor("@" + act.existing().text("organisation"));
    }

    private static void requireState(Act act, String state) {
        Act.require(act.existing().says("state", state), Refusal.STATE);
    }

    private static void requireAdministrator(Act act, String organisation) {
        Act.require(act.submitter().organisation().equals(organisation) && act.submitter().standing() == Submitter.Standing.ADMINISTRATOR,
                Refusal.ORGANISATION, "expected an administrator of the party's organisation as submitter");
    }
}
