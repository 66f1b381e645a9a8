package io.fairway.contract;

import static io.fairway.contract.intent.Parameter.required;
import static io.fairway.contract.intent.Refusal.ANCHOR_GAP;
import static io.fairway.contract.intent.Refusal.CHARTER;
import static io.fairway.contract.intent.Refusal.CLOCK;
import static io.fairway.contract.intent.Refusal.INTENT_FORM;
import static io.fairway.contract.intent.Refusal.NOT_ENTITLED;
import static io.fairway.contract.intent.Refusal.ORGANISATION;
import static io.fairway.contract.intent.Refusal.ROLE;
import static io.fairway.contract.intent.Refusal.STATE;
import static io.fairway.contract.intent.Refusal.SUBJECT_EXISTS;
import static io.fairway.contract.intent.Refusal.SUBJECT_UNKNOWN;

import io.fairway.contract.Transaction.Opening;
import io.fairway.contract.intent.Format;
import io.fairway.contract.intent.Subject.Kind;
import java.util.List;

/** The transactions of attestations, financings, anchors and the clock. */
final class FactCatalogue {
    private FactCatalogue() {
    }

    static List<Transaction> all() {
        return List.of(
                Transaction.named("attestation.make", Kind.ATTESTATION, Facts::attest)
                        .takes(required("fact", Format.WORD), required("about", Format.DIGEST), required("root", Format.DIGEST))
                        .by("the party named in the subject, entitled to the fact: `customs-released`, `customs-held` customs; `discharged`, `gated-in`, "
                            + "`gated-out` terminal; `vessel-called` port")
                        .when("new").refuses(ROLE, NOT_ENTITLED, SUBJECT_EXISTS, INTENT_FORM),
                Transaction.named("attestation.withdraw", Kind.ATTESTATION, Facts::withdraw).by("the party that made it").when("it stands")
                        .refuses(NOT_ENTITLED, STATE, SUBJECT_UNKNOWN),
                Transaction.named("financing.claim", Kind.FINANCING, Facts::claim).opens(Opening.MEETING_AN_EARLIER_ONE)
                        .takes(required("contact", Format.REFERENCE)).by("a party with role `bank`; the version is always 0")
                        .when("the first active claim wins (`result` is `active`); a later one is refused by outcome: `result` is"
                                + " `clash`, with the two contact "
                            + "handles and nothing else, also in the event")
                        .refuses(ROLE),
                Transaction.named("financing.end", Kind.FINANCING, Facts::endClaim).by("the claimant").when("active")
                        .refuses(NOT_ENTITLED, STATE, SUBJECT_UNKNOWN),
                Transaction.named("anchor.append", Kind.ANCHOR, Facts::anchor)
                        .takes(required("root", Format.DIGEST), required("previous", Format.DIGEST), required("first", Format.NUMBER),
                                required("count", Format.NUMBER))
                        .by("the party named in the subject")
                        .when("`previous` is the root of the batch before (zeros at first), `first` the number of digests before it, `count` above zero")
                        .refuses(NOT_ENTITLED, ANCHOR_GAP),
                Transaction.named("clock.tick", Kind.CLOCK, Facts::tick).takes(required("at", Format.MOMENT))
                        .by("a party with role `clock` of an organisation that is not the hub")
                        .when("later than before, by two days at most, and not ahead of the transaction's own"
                                + " time").refuses(ROLE, CLOCK, ORGANISATION, CHARTER));
    }
}
