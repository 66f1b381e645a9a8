package io.fairway.contract;

import io.fairway.contract.intent.Fields;
import io.fairway.contract.intent.Refusal;
import io.fairway.contract.intent.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A bill of lading's record, read. There is a holder from issue on, in every state; after the end it is the last one. */
record Bill(Fields fields) {
    /** Where a bill stands. The first three are live. */
    enum State {
        /** The holder holds it. */
        HELD,
        /** Offered to somebody who has not answered; the holder still holds it. */
        OFFERED,
        /** Surrendered to the carrier, who has not answered; nobody can move it. */
        SURRENDERED,
        /** Surrender for delivery accepted. */
        ACCOMPLISHED,
        /** Surrender for amendment accepted; another bill stands in its place. */
        REPLACED,
        /** Switched to paper. */
        PAPER,
        /** Void. */
        VOID;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** To whom delivery is owed. */
    enum Form {
        /** To a named consignee; not endorsable. */
        STRAIGHT,
        /** To the order of a named party. */
        ORDER,
        /** To whoever holds it. */
        BEARER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Form of(String word) {
            return Stream.of(values()).filter(form -> form.word().equals(word)).findFirst()
                    .orElseThrow(() -> Refusal.BILL_FORM.refused("expected straight, order or bearer"));
        }
    }

    static Bill of(Act act) {
        return new Bill(act.existing());
    }

    String holder() {
        return fields.text("holder");
    }

    String carrier() {
        return fields.text("carrier");
    }

    Form form() {
        return Form.of(fields.text("form"));
    }

    State state() {
        return State.valueOf(fields.text("state").toUpperCase(Locale.ROOT));
    }

    Optional<String> pledgee() {
        return fields.find("pledgee");
    }

    boolean isLive() {
        return List.of(State.HELD, State.OFFERED, State.SURRENDERED).contains(state());
    }

    void requireState(State state) {
        Act.require(state() == state, Refusal.STATE, "expected " + state.word() + ", found " + state().word());
    }

    void requireLive() {
        Act.require(isLive(), Refusal.STATE, "the bill has ended");
    }

    /** The holder may claim delivery: he is the named one, or it is a bearer's bill. */
    void requireEntitled() {
        Act.require(form() == Form.BEARER || fields.says("orderTo", holder()), Refusal.BILL_FORM, "the holder is not the one it is made out to");
    }

    /** A pledged bill moves only if the pledgee signed the same intent. */
    void requireConsentOfPledgee(Act act) {
        pledgee().ifPresent(act::requireConsent);
    }

    Bill in(State state) {
        return new Bill(fields.with("state", state.word()));
    }

    Bill heldBy(String holder) {
        return new Bill(fields.with("holder", holder));
    }

    Bill with(String name, Optional<String> value) {
        return new Bill(fields.with(name, value));
    }

    Bill without(String... names) {
        return new Bill(fields.without(names));
    }

    /** Made out to somebody; {@code endorsable} says whether he may endorse it on. */
    Bill madeOut(Form form, Optional<String> orderTo, Endorsable endorsable) {
        return new Bill(fields.with("form", form.word()).with("orderTo", orderTo).with("endorsable", endorsable.name().toLowerCase(Locale.ROOT)));
    }

    /** Whether the one it is made out to may endorse it on. */
    enum Endorsable {
        /** He may. */
        YES,
        /** He may not. */
        NO
    }

    /** Writes it; its fate needs the organisations of carrier, holder and pledgee. */
    Fields write(Act act) {
        return write(act, act.subject(), act.intent().version() + 1);
    }

    Fields write(Act act, Subject subject, long version) {
        Charter charter = Charter.inForce(act.world());
        List<String> peers = charter.peersOf(Stream.concat(Stream.of(carrier(), holder()), pledgee().stream())
                .map(party -> act.world().get(Subject.ofParty(party)).text("organisation")));
        Fields written = act.write(subject, fields, version);
        act.world().endorsedBy(subject, isLive() && peers.size() > 1 ? peers : List.of());
        return written;
    }
}
