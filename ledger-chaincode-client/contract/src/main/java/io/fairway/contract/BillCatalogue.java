package io.fairway.contract;

import static io.fairway.contract.intent.Parameter.optional;
import static io.fairway.contract.intent.Parameter.required;
import static io.fairway.contract.intent.Refusal.BILL_FORM;
import static io.fairway.contract.intent.Refusal.BILL_LIVE;
import static io.fairway.contract.intent.Refusal.CONSENT;
import static io.fairway.contract.intent.Refusal.DEADLINE;
import static io.fairway.contract.intent.Refusal.INTENT_FORM;
import static io.fairway.contract.intent.Refusal.NOT_ENTITLED;
import static io.fairway.contract.intent.Refusal.PARTY_INACTIVE;
import static io.fairway.contract.intent.Refusal.PARTY_UNKNOWN;
import static io.fairway.contract.intent.Refusal.PLEDGE;
import static io.fairway.contract.intent.Refusal.RECIPIENT;
import static io.fairway.contract.intent.Refusal.ROLE;
import static io.fairway.contract.intent.Refusal.STATE;
import static io.fairway.contract.intent.Refusal.SUBJECT_EXISTS;
import static io.fairway.contract.intent.Refusal.SUBJECT_UNKNOWN;

import io.fairway.contract.intent.Format;
import io.fairway.contract.intent.Parameter;
import io.fairway.contract.intent.Refusal;
import io.fairway.contract.intent.Subject.Kind;
import java.util.List;
import java.util.stream.Stream;

/** The transactions of bills of lading. */
final class BillCatalogue {
    private static final Parameter RECIPIENT_PARTY = required("recipient", Format.PARTY);
    private static final String HOLDER = "the holder; the pledgee signs too if there is one";
    private static final String CARRIER = "the carrier";

    private BillCatalogue() {
    }

    static List<Transaction> all() {
        return List.of(
                bill("bill.issue", Bills::issue, ROLE, SUBJECT_EXISTS, BILL_LIVE, BILL_FORM, RECIPIENT, PARTY_UNKNOWN, PARTY_INACTIVE)
                        .takes(RECIPIENT_PARTY, required("root", Format.DIGEST), required("form", Format.WORD), optional("orderTo", Format.PARTY),
                                optional("paper", Format.DIGEST))
                        .by("the carrier named in the subject, with role `carrier`")
                        .when("no live bill of this carrier and number; next generation, and the last one did not end in delivery; form `straight` or `order` "
                            + "with `orderTo`, `bearer` without"),
                bill("bill.offer", Bills::offer, CONSENT, DEADLINE, RECIPIENT, PARTY_UNKNOWN, PARTY_INACTIVE)
                        .takes(RECIPIENT_PARTY, required("deadline", Format.MOMENT)).by(HOLDER)
                        .when("`held`; deadline ahead, 30 days at most. The holder stays holder"),
                bill("bill.accept", Bills::accept, DEADLINE).by("the party it is offered to").when("`offered`, deadline not passed"),
                bill("bill.refuse", Bills::refuse, DEADLINE).by("the party it is offered to").when("`offered`, deadline not passed"),
                bill("bill.lapse", Bills::lapse, DEADLINE).by("the holder or the party it is offered to")
                        .when("`offered`, or `surrendered` with a deadline (then the holder), deadline passed by the ledger's clock (see Time)"),
                bill("bill.endorse", Bills::endorse, CONSENT, BILL_FORM, RECIPIENT, INTENT_FORM, PARTY_UNKNOWN, PARTY_INACTIVE)
                        .takes(required("kind", Format.WORD), optional("recipient", Format.PARTY)).by(HOLDER)
                        .when("`held`, not straight, made out to the holder or bearer, endorsable; kind `named` (not endorsable"
                                + " on), `order` (endorsable on) or "
                            + "`blank` (no recipient)"),
                bill("bill.pledge", Bills::pledge, PLEDGE, RECIPIENT, PARTY_UNKNOWN, PARTY_INACTIVE).takes(RECIPIENT_PARTY).by("the holder")
                        .when("`held`, not pledged; the recipient has role `bank`"),
                bill("bill.releasePledge", Bills::releasePledge, PLEDGE).by("the pledgee").when("live and pledged"),
                bill("bill.surrender", Bills::surrender, CONSENT, BILL_FORM, INTENT_FORM, DEADLINE)
                        .takes(required("purpose", Format.WORD), optional("request", Format.DIGEST), optional("deadline", Format.MOMENT)).by(HOLDER)
                        .when("`held`; purpose `delivery` (made out to the holder, or bearer), `amendment` or `paper`; deadline ahead, 30 days at"
                                + " most: a carrier that does not answer by then cannot keep the bill from its holder (`bill.lapse`)"),
                bill("bill.acceptSurrender", Bills::acceptSurrender).by(CARRIER).when("`surrendered` for delivery; ends as `accomplished`"),
                bill("bill.refuseSurrender", Bills::refuseSurrender).by(CARRIER).when("`surrendered`; `held` again by the same holder"),
                bill("bill.replace", Bills::replace, SUBJECT_EXISTS, BILL_LIVE, BILL_FORM, INTENT_FORM, PARTY_UNKNOWN, PARTY_INACTIVE)
                        .takes(required("replacement", Format.SUBJECT), required("root", Format.DIGEST), required("form", Format.WORD),
                                optional("orderTo", Format.PARTY))
                        .by(CARRIER)
                        .when("`surrendered` for amendment; ends as `replaced` while the replacement begins at version 1, same holder, same pledge"),
                bill("bill.toPaper", Bills::toPaper).takes(required("statement", Format.DIGEST)).by(CARRIER)
                        .when("`surrendered` for paper; ends as `paper`"),
                bill("bill.makeVoid", Bills::makeVoid, CONSENT).takes(required("reason", Format.WORD))
                        .by("the carrier; holder and pledgee sign too, or a party with role `court` in their place").when("live; ends as `void`"),
                bill("bill.cancelIntents", Bills::cancelIntents).by("the holder")
                        .when("live; nothing changes but the version, so that intents signed before are worth nothing"));
    }

    private static Transaction bill(String name, Transaction.Step step, Refusal... more) {
        return Transaction.named(name, Kind.BILL, step)
                .refuses(Stream.concat(Stream.of(NOT_ENTITLED, STATE, SUBJECT_UNKNOWN, Refusal.CHARTER), Stream.of(more)).toArray(Refusal[]::new));
    }
}
