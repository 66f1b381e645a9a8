package io.fairway.contract;

import static io.fairway.contract.intent.Parameter.optional;
import static io.fairway.contract.intent.Parameter.required;
import static io.fairway.contract.intent.Refusal.BILL_LIVE;
import static io.fairway.contract.intent.Refusal.CHARGES;
import static io.fairway.contract.intent.Refusal.COMMITMENT;
import static io.fairway.contract.intent.Refusal.CONDITION;
import static io.fairway.contract.intent.Refusal.DEADLINE;
import static io.fairway.contract.intent.Refusal.HAULIER;
import static io.fairway.contract.intent.Refusal.HELD;
import static io.fairway.contract.intent.Refusal.HOLD_UNKNOWN;
import static io.fairway.contract.intent.Refusal.INTENT_FORM;
import static io.fairway.contract.intent.Refusal.NOT_ENTITLED;
import static io.fairway.contract.intent.Refusal.PARTY_INACTIVE;
import static io.fairway.contract.intent.Refusal.PARTY_UNKNOWN;
import static io.fairway.contract.intent.Refusal.QUANTITY;
import static io.fairway.contract.intent.Refusal.RECIPIENT;
import static io.fairway.contract.intent.Refusal.ROLE;
import static io.fairway.contract.intent.Refusal.STATE;
import static io.fairway.contract.intent.Refusal.SUBJECT_EXISTS;
import static io.fairway.contract.intent.Refusal.SUBJECT_UNKNOWN;
import static io.fairway.contract.intent.Refusal.UNIT_TAKEN;
import static io.fairway.contract.intent.Refusal.UNIT_UNKNOWN;

import io.fairway.contract.intent.Format;
import io.fairway.contract.intent.Parameter;
import io.fairway.contract.intent.Refusal;
import io.fairway.contract.intent.Subject.Kind;
import java.util.List;
import java.util.stream.Stream;

/** The transactions of releases. */
final class ReleaseCatalogue {
    private static final Parameter RECIPIENT_PARTY = required("recipient", Format.PARTY);
    private static final Parameter CHARGES_FLAG = required("charges", Format.WORD);
    private static final Parameter VALID_UNTIL = required("validUntil", Format.MOMENT);
    private static final Parameter FREE_UNTIL = optional("freeUntil", Format.MOMENT);
    private static final String ISSUER = "the issuing carrier";
    private static final String HOLDER = "the holder";

    private ReleaseCatalogue() {
    }

    static List<Transaction> all() {
        return Stream.of(ofTheCarrier(), ofTheHolder(), ofOthers()).flatMap(List::stream).toList();
    }

    private static List<Transaction> ofTheCarrier() {
        return List.of(
                release("release.issue", Releases::issue, ROLE, SUBJECT_EXISTS, BILL_LIVE, UNIT_TAKEN, QUANTITY, COMMITMENT, DEADLINE, INTENT_FORM, RECIPIENT,
                        PARTY_UNKNOWN, PARTY_INACTIVE)
                        .takes(RECIPIENT_PARTY, required("kind", Format.WORD), optional("bill", Format.SUBJECT), optional("number", Format.DIGEST),
                                required("root", Format.DIGEST), required("terminal", Format.PARTY), required("units", Format.DIGESTS),
                                optional("quantity", Format.DIGEST), optional("conditions", Format.WORDS), CHARGES_FLAG,
                                required("validFrom", Format.MOMENT), VALID_UNTIL, FREE_UNTIL)
                        .by("the carrier named in the subject, with role `carrier`")
                        .when("kind `surrender`: `bill` of this carrier is `accomplished` and the recipient surrendered it;"
                                + " `waybill`, `telex`: no live bill of "
                            + "`number`. No unit is in another release or redeemed; bulk: one unit, `quantity` commits to transient `quantity`, no more than "
                            + "the rest of an earlier release; `charges` is `due` or `settled`; condition `customs-release` is fulfilled by customs, others "
                            + "by the carrier"),
                release("release.extend", Releases::extend, DEADLINE).takes(VALID_UNTIL, FREE_UNTIL).by(ISSUER).when("`active`; later than before"),
                release("release.charge", Releases::charge, INTENT_FORM).takes(CHARGES_FLAG).by(ISSUER).when("`active`"),
                release("release.expire", Releases::expire, DEADLINE).by(ISSUER)
                        .when("`active`, validity passed by the ledger's clock; units not redeemed may be released anew"));
    }

    private static List<Transaction> ofTheHolder() {
        return List.of(
                release("release.offer", Releases::offer, DEADLINE, RECIPIENT, PARTY_UNKNOWN, PARTY_INACTIVE).takes(RECIPIENT_PARTY).by(HOLDER)
                        .when("`active`, not expired; an earlier offer ends. The holder stays holder"),
                release("release.accept", Releases::accept, DEADLINE).by("the party it is offered to").when("`active`, not expired; the haulier is dismissed"),
                release("release.decline", Releases::decline, DEADLINE).by("the party it is offered to").when("`active`, not expired"),
                release("release.withdraw", Releases::withdraw, DEADLINE).by(HOLDER).when("offered"),
                release("release.nominate", Releases::nominate, DEADLINE, RECIPIENT, PARTY_UNKNOWN, PARTY_INACTIVE).takes(RECIPIENT_PARTY).by(HOLDER)
                        .when("`active`, not expired, not offered; the recipient has role `haulier`; an earlier nomination ends"),
                release("release.acceptNomination", Releases::acceptNomination, DEADLINE).by("the nominated haulier").when("`nominated`"),
                release("release.declineNomination", Releases::declineNomination, DEADLINE).by("the nominated haulier").when("`nominated`"),
                release("release.dismiss", Releases::dismiss, DEADLINE).by(HOLDER).when("a haulier is nominated or has accepted"),
                release("release.cancelIntents", Releases::cancelIntents).by(HOLDER)
                        .when("`active`; nothing changes but the version, so that intents signed before are worth nothing"));
    }

    private static List<Transaction> ofOthers() {
        return List.of(
                release("release.hold", Releases::hold).takes(required("reason", Format.WORD)).by("the carrier, or a party with role `customs` or `authority`")
                        .when("`active`, not held by this party"),
                release("release.lift", Releases::lift, HOLD_UNKNOWN).by("the party that placed the hold").when("`active`"),
                release("release.revoke", Releases::revoke).takes(required("reason", Format.WORD))
                        .by("the carrier, or a party with role `customs` or `authority`").when("`active`; what was redeemed stays redeemed"),
                release("release.fulfil", Releases::fulfil, CONDITION, ROLE).takes(required("condition", Format.WORD))
                        .by("the carrier; `customs-release`: a party with role `customs`").when("`active`, the condition is open"),
                release("release.redeem", Gate::redeem, ROLE, DEADLINE, HELD, CONDITION, CHARGES, HAULIER, UNIT_UNKNOWN, UNIT_TAKEN, QUANTITY, COMMITMENT)
                        .takes(RECIPIENT_PARTY, optional("units", Format.DIGESTS), optional("quantity", Format.DIGEST))
                        .by("the terminal named in the release, with role `terminal`")
                        .when("`active`, valid now, no hold, no open condition, charges settled; the recipient is the haulier who accepted; each unit once, or "
                            + "of bulk a part of the quantity in transient `quantity`, no more than is left. `redeemed` when nothing is left"));
    }

    private static Transaction release(String name, Transaction.Step step, Refusal... more) {
        return Transaction.named(name, Kind.RELEASE, step)
                .refuses(Stream.concat(Stream.of(NOT_ENTITLED, STATE, SUBJECT_UNKNOWN), Stream.of(more)).toArray(Refusal[]::new));
    }
}
