package io.fairway.contract;

import io.fairway.contract.Bill.Endorsable;
import io.fairway.contract.Bill.Form;
import io.fairway.contract.Bill.State;
import io.fairway.contract.intent.Fields;
import io.fairway.contract.intent.Intent;
import io.fairway.contract.intent.Refusal;
import io.fairway.contract.intent.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What can be done with a bill of lading (actions of DCSA's transfer chain; UNCITRAL Model Law on Electronic Transferable Records 10, 11, 15 to 18). */
final class Bills {
    /** No offer stands longer. */
    static final Duration LONGEST_OFFER = Duration.ofDays(30);

    private Bills() {
    }

    static Fields issue(Act act) {
        act.requireRole(Role.CARRIER);
        Act.require(act.subject().part(1).equals(act.actor()), Refusal.NOT_ENTITLED);
        act.requireNew();
        Bill bill = made(act, act.recipient()).with("paper", act.find("paper"));
        BillNumbers.take(act, act.subject());
        return bill.write(act);
    }

    static Fields offer(Act act) {
        Bill bill = moved(act);
        requireAhead(act, act.moment("deadline"));
        return bill.in(State.OFFERED).with("offeredTo", Optional.of(act.recipient())).with("deadline", act.find("deadline")).write(act);
    }

    private static void requireAhead(Act act, Instant deadline) {
        Act.require(deadline.isAfter(act.time().now()), Refusal.DEADLINE, "the deadline has passed");
        Act.require(!deadline.isAfter(act.time().now().plus(LONGEST_OFFER)), Refusal.DEADLINE, "a deadline is 30 days ahead at most");
    }

    static Fields accept(Act act) {
        Bill bill = offered(act);
        return withdrawn(bill.heldBy(act.actor())).write(act);
    }

    static Fields refuse(Act act) {
        return withdrawn(offered(act)).write(act);
    }

    /** What nobody answered in time ends: an offer, or a surrender that set the carrier a deadline. */
    static Fields lapse(Act act) {
        Bill bill = Bill.of(act);
        boolean surrendered = bill.state() == State.SURRENDERED && bill.fields().find("deadline").isPresent();
        if (!surrendered) {
            bill.requireState(State.OFFERED);
        }
        Act.require(act.actor().equals(bill.holder()) || bill.fields().says("offeredTo", act.actor()), Refusal.NOT_ENTITLED);
        Act.require(act.time().hasPassed(deadline(bill)), Refusal.DEADLINE, "the deadline has not passed by the ledger's clock");
        return (surrendered ? keptBack(bill) : withdrawn(bill)).write(act);
    }

    static Fields endorse(Act act) {
        Bill bill = moved(act);
        Act.require(bill.form() != Form.STRAIGHT, Refusal.BILL_FORM, "a straight bill is not endorsable");
        bill.requireEntitled();
        Act.require(bill.fields().says("endorsable", "yes"), Refusal.BILL_FORM, "it was endorsed to the holder without his order");
        Bill endorsed = new Bill(bill.fields().with("endorsements", bill.fields().number("endorsements") + 1));
        String kind = act.text("kind");
        if (kind.equals("blank")) {
            Act.require(act.find("recipient").isEmpty(), Refusal.RECIPIENT, "a blank endorsement names nobody");
            return endorsed.madeOut(Form.BEARER, Optional.empty(), Endorsable.YES).write(act);
        }
        Act.require(kind.equals("named") || kind.equals("order"), Refusal.INTENT_FORM, "kind is named, order or blank");
        return endorsed.madeOut(Form.ORDER, Optional.of(act.recipient()), kind.equals("order") ? Endorsable.YES : Endorsable.NO).write(act);
    }

    static Fields pledge(Act act) {
        Bill bill = held(act);
        Act.require(bill.pledgee().isEmpty(), Refusal.PLEDGE, "the bill is pledged");
        return bill.with("pledgee", Optional.of(act.recipientWith(Role.BANK))).write(act);
    }

    static Fields releasePledge(Act act) {
        Bill bill = Bill.of(act);
        bill.requireLive();
        act.requireActor(bill.pledgee().orElseThrow(() -> Refusal.PLEDGE.refused("the bill is not pledged")));
        return bill.without("pledgee").write(act);
    }

    static Fields surrender(Act act) {
        Bill bill = moved(act);
        String purpose = act.text("purpose");
        switch (purpose) {
            case "delivery" -> bill.requireEntitled();
            case "amendment", "paper" -> { }
            default -> throw Refusal.INTENT_FORM.refused("purpose is delivery, amendment or paper");
        }
        act.find("deadline").ifPresent(deadline -> requireAhead(act, Intent.moment(deadline)));
        return bill.in(State.SURRENDERED).with("purpose", Optional.of(purpose)).with("request", act.find("request"))
                .with("deadline", act.find("deadline")).write(act);
    }

    static Fields acceptSurrender(Act act) {
        Bill bill = surrendered(act, "delivery");
        BillNumbers.end(act, act.subject(), State.ACCOMPLISHED);
        return bill.in(State.ACCOMPLISHED).without("deadline").write(act);
    }

    static Fields refuseSurrender(Act act) {
        Bill bill = Bill.of(act);
        act.requireActor(bill.carrier());
        bill.requireState(State.SURRENDERED);
        return keptBack(bill).write(act);
    }

    static Fields toPaper(Act act) {
        Bill bill = surrendered(act, "paper");
        BillNumbers.end(act, act.subject(), State.PAPER);
        return bill.in(State.PAPER).without("deadline").with("statement", act.find("statement")).write(act);
    }

    /** The surrendered bill ends and its replacement begins in one transaction: there is no moment without a bill. */
    static Fields replace(Act act) {
        Bill bill = surrendered(act, "amendment");
        Subject replacement = new Subject(act.text("replacement"));
        Act.require(replacement.kind() == Subject.Kind.BILL && replacement.part(1).equals(bill.carrier()), Refusal.INTENT_FORM,
                "the replacement is a bill of the same carrier");
        Act.require(!replacement.equals(act.subject()), Refusal.SUBJECT_EXISTS);
        BillNumbers.handOver(act, act.subject(), replacement);
        made(act, bill.holder()).with("pledgee", bill.pledgee()).with("replaces", Optional.of(act.subject().text())).write(act, replacement, 1);
        return bill.in(State.REPLACED).without("deadline").with("replacedBy", Optional.of(replacement.text())).with("replacedByRoot", act.find("root"))
                .with("replacedByForm", act.find("form")).with("replacedByOrderTo", act.find("orderTo")).write(act);
    }

    static Fields makeVoid(Act act) {
        Bill bill = Bill.of(act);
        act.requireActor(bill.carrier());
        bill.requireLive();
        if (!act.isSignedBy(Role.COURT)) {
            act.requireConsent(bill.holder());
            bill.requireConsentOfPledgee(act);
        }
        BillNumbers.end(act, act.subject(), State.VOID);
        return withdrawn(bill).in(State.VOID).write(act);
    }

    static Fields cancelIntents(Act act) {
        Bill bill = Bill.of(act);
        act.requireActor(bill.holder());
        bill.requireLive();
        return bill.write(act);
    }

    private static Bill made(Act act, String holder) {
        Form form = Form.of(act.text("form"));
        Act.require((form == Form.BEARER) == act.find("orderTo").isEmpty(), Refusal.BILL_FORM, "orderTo names consignee or order party, a bearer bill nobody");
        act.find("orderTo").ifPresent(act::party);
        return new Bill(Fields.none().with("carrier", act.subject().part(1)).with("root", act.text("root")).with("holder", holder))
                .madeOut(form, act.find("orderTo"), form == Form.STRAIGHT ? Endorsable.NO : Endorsable.YES).in(State.HELD);
    }

    private static Bill held(Act act) {
        Bill bill = Bill.of(act);
        act.requireActor(bill.holder());
        bill.requireState(State.HELD);
        return bill;
    }

    private static Bill moved(Act act) {
        Bill bill = held(act);
        bill.requireConsentOfPledgee(act);
        return bill;
    }

    private static Bill offered(Act act) {
        Bill bill = Bill.of(act);
        bill.requireState(State.OFFERED);
        act.requireActor(bill.fields().text("offeredTo"));
        Act.require(!act.time().now().isAfter(deadline(bill)), Refusal.DEADLINE, "the offer has lapsed");
        return bill;
    }

    private static Bill withdrawn(Bill bill) {
        return bill.in(State.HELD).without("offeredTo", "deadline");
    }

    private static Bill keptBack(Bill bill) {
        return bill.in(State.HELD).without("purpose", "request", "deadline");
    }

    private static Bill surrendered(Act act, String purpose) {
        Bill bill = Bill.of(act);
        act.requireActor(bill.carrier());
        bill.requireState(State.SURRENDERED);
        Act.require(bill.fields().says("purpose", purpose), Refusal.STATE, "the bill was surrendered for something else");
        return bill;
    }

    private static Instant deadline(Bill bill) {
        return Intent.moment(bill.fields().text("deadline"));
    }
}
