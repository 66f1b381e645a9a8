package io.fairway.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the contract is asked to do.
 *
 * @param event the contract's key of exactly-once; it stands in the intent too
 * @param lane what must stay in order: one bill, one release, one anchor stream. Different lanes do not wait for each other
 * @param transaction name of the transaction, such as {@code bill.transfer}
 * @param arguments in order: the intent's JSON, then the signatures
 * @param unrecorded values that peers see and blocks do not hold, by name
 * @param endorsers MSP ids of the members that must endorse; none: the gateway plans by the policies
 */
public record Invocation(EventId event, String lane, String transaction, List<String> arguments, Map<String, String> unrecorded,
                         List<String> endorsers) {
    private static final int MOST_ARGUMENTS = 32;

    public Invocation {
        arguments = List.copyOf(arguments);
        unrecorded = Map.copyOf(unrecorded);
        endorsers = List.copyOf(endorsers);
        if (lane.isBlank() || transaction.isBlank()) {
            throw new IllegalArgumentException("An invocation has a lane and a transaction");
        }
        if (arguments.size() > MOST_ARGUMENTS) {
            throw new IllegalArgumentException("An invocation has at most " + MOST_ARGUMENTS + " arguments, found " + arguments.size());
        }
    }

    /**
     * The invocation that carries out an intent: its event, its subject as lane, its action as transaction.
     *
     * @param intent in its canonical form
     * @param signatures by its actor and by those whose consent it needs
     * @throws IllegalArgumentException if the intent does not name them
     */
    public static Invocation ofIntent(String intent, List<String> signatures) {
        var text = new IntentText(intent);
        var arguments = new ArrayList<String>();
        arguments.add(intent);
        arguments.addAll(signatures);
        return new Invocation(text.event().orElseThrow(() -> new IllegalArgumentException("The intent names no actor and event")),
                text.required("subject"), text.required("action"), arguments, Map.of(), List.of());
    }

    /** An invocation without unrecorded values, endorsed as the policies say. */
    public static Invocation of(EventId event, String lane, String transaction, String... arguments) {
        return new Invocation(event, lane, transaction, List.of(arguments), Map.of(), List.of());
    }
}
