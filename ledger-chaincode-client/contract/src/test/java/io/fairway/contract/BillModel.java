package io.fairway.contract;

import java.util.Map;
import java.util.Set;

/** What a bill is, in the plainest words: used to foretell what the contract does. */
final class BillModel {
    String holder = "shipper";
    String state = "held";
    String offeredTo = "";
    String pledgee = "";
    String purpose = "";
    String orderTo = "shipper";
    boolean endorsable = true;
    private Limit limit = Limit.NONE;

    private enum Limit {
        NONE, AHEAD, PASSED
    }

    private static final Set<String> LIVE = Set.of("held", "offered", "surrendered");

    boolean isLive() {
        return LIVE.contains(state);
    }

    /** Every deadline that was set lies behind now. */
    void timePasses() {
        limit = limit == Limit.AHEAD ? Limit.PASSED : limit;
    }

    /** Whether the act is lawful; if so the model has taken the step. */
    boolean take(String action, String actor, Map<String, String> words, Set<String> consents) {
        boolean mine = actor.equals(holder) && state.equals("held");
        boolean free = pledgee.isEmpty() || actor.equals(pledgee) || consents.contains(pledgee);
        String recipient = words.getOrDefault("recipient", "");
        boolean another = !recipient.equals(actor);
        return switch (action) {
            case "bill.offer" -> mine && free && another && become("offered", () -> {
                offeredTo = recipient;
                limit = Limit.AHEAD;
            });
            case "bill.accept" -> isAnswered(actor) && become("held", () -> holder = actor);
            case "bill.refuse" -> isAnswered(actor) && become("held", () -> { });
            case "bill.lapse" -> limit == Limit.PASSED && (actor.equals(holder) || state.equals("offered") && actor.equals(offeredTo))
                    && become("held", () -> { });
            case "bill.endorse" -> mine && free && isEntitled() && endorsable && (words.get("kind").equals("blank") || another)
                    && become("held", () -> endorse(words.get("kind"), recipient));
            case "bill.pledge" -> mine && pledgee.isEmpty() && another && recipient.endsWith("bank") && become("held", () -> pledgee = recipient);
            case "bill.releasePledge" -> isLive() && actor.equals(pledgee) && become(state, () -> pledgee = "");
            case "bill.surrender" -> mine && free && (!words.get("purpose").equals("delivery") || isEntitled())
                    && become("surrendered", () -> {
                        purpose = words.get("purpose");
                        limit = words.containsKey("deadline") ? Limit.AHEAD : Limit.NONE;
                    });
            case "bill.acceptSurrender" -> isAsked(actor, "delivery") && become("accomplished", () -> { });
            case "bill.toPaper" -> isAsked(actor, "paper") && become("paper", () -> { });
            case "bill.replace" -> isAsked(actor, "amendment") && become("held", () -> {
                orderTo = "";
                endorsable = true;
            });
            case "bill.refuseSurrender" -> actor.equals("ocean-line") && state.equals("surrendered") && become("held", () -> { });
            case "bill.makeVoid" -> actor.equals("ocean-line") && isLive() && (actor.equals(holder) || consents.contains(holder))
                    && (pledgee.isEmpty() || consents.contains(pledgee)) && become("void", () -> { });
            case "bill.cancelIntents" -> actor.equals(holder) && isLive();
            default -> throw new IllegalArgumentException(action);
        };
    }

    private boolean isAnswered(String actor) {
        return state.equals("offered") && actor.equals(offeredTo) && limit == Limit.AHEAD;
    }

    private boolean isEntitled() {
        return orderTo.isEmpty() || orderTo.equals(holder);
    }

    private boolean isAsked(String actor, String what) {
        return actor.equals("ocean-line") && state.equals("surrendered") && purpose.equals(what);
    }

    private void endorse(String kind, String recipient) {
        orderTo = kind.equals("blank") ? "" : recipient;
        endorsable = !kind.equals("named");
    }

    private boolean become(String next, Runnable change) {
        change.run();
        state = next;
        if (!next.equals("offered") && !next.equals("surrendered")) {
            limit = Limit.NONE;
        }
        return true;
    }
}
