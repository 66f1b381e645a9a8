package io.fairway.contract;

import io.fairway.contract.intent.Fields;
import io.fairway.contract.intent.Refusal;
import io.fairway.contract.intent.Subject;
import java.util.List;

/**
 * One record per carrier and bill number says which generation of the bill is or was the last and how it stands, so that there is never more
 * than one live bill of a number.
 */
final class BillNumbers {
    private static final String TYPE = "number";
    private static final List<String> MAY_BE_FOLLOWED = List.of("void", "paper", "replaced");

    private BillNumbers() {
    }

    /** Takes the number for a new bill: the next generation, after an end that may be followed. */
    static void take(Act act, Subject bill) {
        Fields number = act.world().find(TYPE, key(bill)).orElse(Fields.none().with("generation", 0).with("state", "void"));
        Act.require(!number.says("state", "live"), Refusal.BILL_LIVE);
        Act.require(MAY_BE_FOLLOWED.contains(number.text("state")), Refusal.BILL_LIVE, "the bill of this number was accomplished");
        requireNext(number, bill);
        put(act, bill, "live");
    }

    /** Hands the number from a bill that is replaced to the one that replaces it, or takes the other number and frees this one. */
    static void handOver(Act act, Subject replaced, Subject replacement) {
        if (key(replaced).equals(key(replacement))) {
            requireNext(act.world().find(TYPE, key(replaced)).orElseThrow(Refusal.SUBJECT_UNKNOWN::refused), replacement);
            put(act, replacement, "live");
        } else {
            take(act, replacement);
            put(act, replaced, "replaced");
        }
    }

    /** Notes how the bill ended. */
    static void end(Act act, Subject bill, Bill.State state) {
        put(act, bill, state.word());
    }

    /** Refuses while an electronic bill of this number is live. */
    static void requireNoneLive(Act act, String carrier, String number) {
        Act.require(act.world().find(TYPE, List.of(carrier, number)).filter(record -> record.says("state", "live")).isEmpty(), Refusal.BILL_LIVE);
    }

    private static void requireNext(Fields number, Subject bill) {
        long expected = number.number("generation") + 1;
        Act.require(bill.part(3).equals(Long.toString(expected)), Refusal.SUBJECT_EXISTS, "expected generation " + expected);
    }

    private static void put(Act act, Subject bill, String state) {
        act.world().put(TYPE, key(bill), Fields.none().with("generation", bill.part(3)).with("state", state));
    }

    private static List<String> key(Subject bill) {
        return List.of(bill.part(1), bill.part(2));
    }
}
