package io.fairway.contract;

import io.fairway.contract.Release.State;
import io.fairway.contract.intent.Fields;
import io.fairway.contract.intent.Refusal;
import io.fairway.contract.intent.Subject;
import java.util.List;
import java.util.Optional;

/** What carrier, holder, haulier and authorities can do with a release, but for redeeming it. */
final class Releases {
    private Releases() {
    }

    static Fields issue(Act act) {
        act.requireRole(Role.CARRIER);
        Act.require(act.subject().part(1).equals(act.actor()), Refusal.NOT_ENTITLED);
        act.requireNew();
        String holder = act.recipient();
        requireGround(act, holder);
        Act.require(act.party(act.text("terminal")).list("roles").contains(Role.TERMINAL.word()), Refusal.ROLE, "the terminal is none");
        Act.require(act.moment("validUntil").isAfter(act.moment("validFrom")) && act.moment("validUntil").isAfter(act.time().now()),
                Refusal.DEADLINE, "validity ends before it begins, or has passed");
        Release release = new Release(Fields.none().with("issuer", act.actor()).with("holder", holder).with("kind", act.text("kind"))
                .with("root", act.text("root")).with("terminal", act.text("terminal")).with("units", act.text("units"))
                .with("charges", charges(act)).with("validFrom", act.text("validFrom")).with("validUntil", act.text("validUntil")))
                .with("bill", act.find("bill")).with("number", act.find("number")).with("freeUntil", act.find("freeUntil"))
                .with("conditions", act.find("conditions")).in(State.ACTIVE);
        Optional<Subject> begun = Units.take(act, release.units());
        if (act.find("quantity").isPresent()) {
            Act.require(release.units().size() == 1, Refusal.QUANTITY, "a quantity is released as one unit");
            Quantities.open(act, begun);
        } else {
            Act.require(begun.isEmpty(), Refusal.UNIT_TAKEN);
        }
        return act.write(release.with("quantity", act.find("quantity")).fields());
    }

    static Fields offer(Act act) {
        Release release = held(act);
        return act.write(release.with("offeredTo", act.recipient()).fields());
    }

    static Fields accept(Act act) {
        Release release = offered(act);
        return act.write(release.with("holder", act.actor()).without("offeredTo", "haulier", "haulierState").fields());
    }

    static Fields decline(Act act) {
        return act.write(offered(act).without("offeredTo").fields());
    }

    static Fields withdraw(Act act) {
        Release release = held(act);
        Act.require(release.fields().find("offeredTo").isPresent(), Refusal.STATE, "nothing is offered");
        return act.write(release.without("offeredTo").fields());
    }

    static Fields nominate(Act act) {
        Release release = held(act);
        Act.require(release.fields().find("offeredTo").isEmpty(), Refusal.STATE, "the release is offered to another party");
        return act.write(release.with("haulier", act.recipientWith(Role.HAULIER)).with("haulierState", "nominated").fields());
    }

    static Fields acceptNomination(Act act) {
        return act.write(nominated(act).with("haulierState", "accepted").fields());
    }

    static Fields declineNomination(Act act) {
        return act.write(nominated(act).without("haulier", "haulierState").fields());
    }

    static Fields dismiss(Act act) {
        Release release = held(act);
        Act.require(release.fields().find("haulier").isPresent(), Refusal.STATE, "no haulier is nominated");
        return act.write(release.without("haulier", "haulierState").fields());
    }

    static Fields hold(Act act) {
        Release release = Release.of(act);
        release.requireActive();
        requireIssuerOrAuthority(act, release);
        Act.require(!release.holds().contains(act.actor()), Refusal.STATE, "this party holds it already");
        return act.write(release.with("holds", Release.plus(release.holds(), act.actor())).fields());
    }

    static Fields lift(Act act) {
        Release release = Release.of(act);
        release.requireActive();
        Act.require(release.holds().contains(act.actor()), Refusal.HOLD_UNKNOWN);
        return act.write(release.with("holds", Release.minus(release.holds(), act.actor())).fields());
    }

    static Fields revoke(Act act) {
        Release release = Release.of(act);
        release.requireActive();
        requireIssuerOrAuthority(act, release);
        Units.free(act, release);
        return act.write(release.in(State.REVOKED).without("offeredTo").fields());
    }

    static Fields expire(Act act) {
        Release release = Release.of(act);
        release.requireActive();
        act.requireActor(release.issuer());
        Act.require(act.time().hasPassed(release.validUntil()), Refusal.DEADLINE, "its validity has not passed by the ledger's clock");
        Units.free(act, release);
        return act.write(release.in(State.EXPIRED).without("offeredTo").fields());
    }

    static Fields extend(Act act) {
        Release release = issued(act);
        Act.require(act.moment("validUntil").isAfter(release.validUntil()), Refusal.DEADLINE, "validity is extended, never shortened");
        return act.write(release.with("validUntil", act.text("validUntil")).with("freeUntil", act.find("freeUntil")
                .or(() -> release.fields().find("freeUntil"))).fields());
    }

    static Fields charge(Act act) {
        return act.write(issued(act).with("charges", charges(act)).fields());
    }

    static Fields fulfil(Act act) {
        Release release = Release.of(act);
        release.requireActive();
        String condition = act.text("condition");
        Act.require(release.conditions().contains(condition), Refusal.CONDITION, "no such open condition");
        if (condition.equals("customs-release")) {
            act.requireRole(Role.CUSTOMS);
        } else {
            act.requireActor(release.issuer());
        }
        return act.write(release.with("conditions", Release.minus(release.conditions(), condition)).fields());
    }

    static Fields cancelIntents(Act act) {
        Release release = Release.of(act);
        act.requireActor(release.holder());
        release.requireActive();
        return act.write(release.fields());
    }

    /** A release stands on a bill surrendered for delivery by the one who gets it, or on a number without a live electronic bill. */
    private static void requireGround(Act act, String holder) {
        switch (act.text("kind")) {
            case "surrender" -> {
                Subject subject = new Subject(act.find("bill").orElseThrow(() -> Refusal.INTENT_FORM.refused("member bill is missing")));
                Bill bill = new Bill(act.world().get(subject));
                Act.require(subject.kind() == Subject.Kind.BILL && bill.carrier().equals(act.actor()), Refusal.NOT_ENTITLED);
                bill.requireState(Bill.State.ACCOMPLISHED);
                Act.require(bill.holder().equals(holder), Refusal.RECIPIENT, "expected the one who surrendered the bill");
            }
            case "waybill", "telex" -> {
                Act.require(act.find("bill").isEmpty(), Refusal.INTENT_FORM, "only a release on surrender names a bill");
                BillNumbers.requireNoneLive(act, act.actor(), act.find("number")
                        .orElseThrow(() -> Refusal.INTENT_FORM.refused("member number is missing")));
            }
            default -> throw Refusal.INTENT_FORM.refused("kind is surrender, waybill or telex");
        }
    }

    private static String charges(Act act) {
        String charges = act.text("charges");
        Act.require(List.of("due", "settled").contains(charges), Refusal.INTENT_FORM, "charges are due or settled");
        return charges;
    }

    private static Release issued(Act act) {
        Release release = Release.of(act);
        release.requireActive();
        act.requireActor(release.issuer());
        return release;
    }

    private static Release held(Act act) {
        Release release = Release.of(act);
        release.requireActive();
        act.requireActor(release.holder());
        release.requireUnexpired(act);
        return release;
    }

    private static Release offered(Act act) {
        Release release = Release.of(act);
        release.requireActive();
        Act.require(release.fields().says("offeredTo", act.actor()), Refusal.NOT_ENTITLED);
        release.requireUnexpired(act);
        return release;
    }

    private static Release nominated(Act act) {
        Release release = Release.of(act);
        release.requireActive();
        Act.require(release.fields().says("haulier", act.actor()), Refusal.NOT_ENTITLED);
        Act.require(release.fields().says("haulierState", "nominated"), Refusal.STATE, "the nomination was answered");
        release.requireUnexpired(act);
        return release;
    }

    private static void requireIssuerOrAuthority(Act act, Release release) {
        List<String> roles = act.party(act.actor()).list("roles");
        boolean authority = roles.contains(Role.CUSTOMS.word()) || roles.contains(Role.AUTHORITY.word());
        Act.require(authority || release.issuer().equals(act.actor()), Refusal.NOT_ENTITLED);
    }
}
