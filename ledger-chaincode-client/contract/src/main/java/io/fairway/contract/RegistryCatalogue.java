package io.fairway.contract;

import static io.fairway.contract.intent.Parameter.required;
import static io.fairway.contract.intent.Refusal.CHARTER;
import static io.fairway.contract.intent.Refusal.INTENT_FORM;
import static io.fairway.contract.intent.Refusal.KEY_COUNT;
import static io.fairway.contract.intent.Refusal.KEY_FORM;
import static io.fairway.contract.intent.Refusal.KEY_TAKEN;
import static io.fairway.contract.intent.Refusal.KEY_UNKNOWN;
import static io.fairway.contract.intent.Refusal.NOT_ENTITLED;
import static io.fairway.contract.intent.Refusal.ORGANISATION;
import static io.fairway.contract.intent.Refusal.SIGNATURE;
import static io.fairway.contract.intent.Refusal.STATE;
import static io.fairway.contract.intent.Refusal.SUBJECT_EXISTS;
import static io.fairway.contract.intent.Refusal.SUBJECT_UNKNOWN;

import io.fairway.contract.Transaction.Opening;
import io.fairway.contract.intent.Format;
import io.fairway.contract.intent.Parameter;
import io.fairway.contract.intent.Subject.Kind;
import java.util.List;

/** The transactions of charter and registry. */
final class RegistryCatalogue {
    private static final Parameter KEY = required("key", Format.KEY);
    private static final Parameter KEY_ID = required("keyId", Format.DIGEST);
    private static final Parameter CUSTODY = required("custody", Format.WORD);
    private static final Parameter ROLES = required("roles", Format.WORDS);
    private static final String HOME = "administrator of the party's organisation (actor `@MSP`)";
    private static final String SELF = "the party, by a registered key; the new key signs too";

    private RegistryCatalogue() {
    }

    static List<Transaction> all() {
        return List.of(
                Transaction.named("charter.propose", Kind.CHARTER, Charter::propose).takes(required("organisations", Format.CHARTER))
                        .by("administrator of an organisation that is in the charter (for the first: in the proposal)")
                        .when("two organisations at least are not the hub; counts as the proposer's ratification; ends an earlier proposal")
                        .refuses(CHARTER, NOT_ENTITLED),
                Transaction.named("charter.ratify", Kind.CHARTER, Charter::ratify)
                        .by("administrator of an organisation whose voice is needed")
                        .when("the first charter needs all it names; a later one all members but the hub, and who is new. In force with the last voice")
                        .refuses(CHARTER, STATE, SUBJECT_UNKNOWN, NOT_ENTITLED),
                Transaction.named("party.register", Kind.PARTY, Registry::register).opens(Opening.OF_A_NEW_PARTY)
                        .takes(KEY, ROLES, CUSTODY, required("organisation", Format.ORGANISATION))
                        .by("the party to be, by its new key; submitted by an administrator of its organisation")
                        .when("the organisation may give the roles; custody is `party-held` or `hub-custody`. In the hub's organisation the party is "
                            + "`proposed` until another organisation confirms, else `active`")
                        .refuses(SUBJECT_EXISTS, NOT_ENTITLED, CHARTER, ORGANISATION, KEY_FORM, KEY_TAKEN, SIGNATURE, INTENT_FORM),
                Transaction.named("party.confirm", Kind.PARTY, Registry::confirm)
                        .by("administrator of an organisation that is not the hub").when("the party is `proposed`")
                        .refuses(STATE, ORGANISATION, CHARTER, SUBJECT_UNKNOWN, NOT_ENTITLED),
                Transaction.named("party.suspend", Kind.PARTY, Registry::suspend).by(HOME).when("`active`").refuses(STATE, NOT_ENTITLED, SUBJECT_UNKNOWN),
                Transaction.named("party.resume", Kind.PARTY, Registry::resume).by(HOME).when("`suspended`").refuses(STATE, NOT_ENTITLED, SUBJECT_UNKNOWN),
                Transaction.named("party.entitle", Kind.PARTY, Registry::entitle).takes(ROLES).by(HOME).when("the organisation may give the roles")
                        .refuses(CHARTER, NOT_ENTITLED, SUBJECT_UNKNOWN),
                Transaction.named("key.add", Kind.PARTY, Registry::addKey).takes(KEY).by(SELF)
                        .when("twenty keys at most; the new key has the party's custody; ends a recovery").refuses(KEY_FORM, KEY_TAKEN, KEY_COUNT, SIGNATURE,
                                NOT_ENTITLED, SUBJECT_UNKNOWN),
                Transaction.named("key.rotate", Kind.PARTY, Registry::rotateKey).takes(KEY, CUSTODY).by(SELF)
                        .when("retires all other keys; the only way to change custody; ends a recovery").refuses(KEY_FORM, KEY_TAKEN, SIGNATURE, INTENT_FORM,
                                NOT_ENTITLED, SUBJECT_UNKNOWN),
                Transaction.named("key.revoke", Kind.PARTY, Registry::revokeKey).takes(KEY_ID).by("the party by a registered key, or " + HOME)
                        .when("the key is one of the party's; by the party it also ends a recovery").refuses(KEY_UNKNOWN, NOT_ENTITLED, SUBJECT_UNKNOWN),
                Transaction.named("party.recover", Kind.PARTY, Registry::recover).takes(KEY)
                        .by("administrator of an organisation that is not the hub; the new key signs").when("begins a recovery; nothing changes yet")
                        .refuses(ORGANISATION, CHARTER, KEY_FORM, KEY_TAKEN, SIGNATURE, NOT_ENTITLED, SUBJECT_UNKNOWN),
                Transaction.named("party.confirmRecovery", Kind.PARTY, Registry::confirmRecovery).takes(KEY_ID)
                        .by("administrator of a second organisation that is not the hub")
                        .when("one of the two is the party's own organisation, unless that is the hub; retires all keys, the new one is party-held")
                        .refuses(STATE, ORGANISATION, CHARTER, KEY_UNKNOWN, KEY_TAKEN, NOT_ENTITLED, SUBJECT_UNKNOWN));
    }
}
