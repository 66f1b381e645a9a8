package io.fairway.usecase.replay;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What came of a hub's work, in rows that can be compared between hubs. */
public interface Outcome {

    /** Kinds of rows. */
    enum What {
        TRANSMISSION, INTERCHANGE, MESSAGE, FINDING, ANSWER, FACT, EVENT, CASE, DECLARATION, CONTAINER, PORT_CALL, DISCREPANCY, OUTBOUND,
        /** Compared by {@link io.fairway.usecase.gate.DecideGateAgain}; no hub gives rows of it. */
        GATE_DECISION
    }

    /** @param from first instant that counts @param until first one that does not */
    record Period(Instant from, Instant until) {
    }

    /** @param key names it in business terms, unique within its kind @param values by name */
    record Row(String key, SortedMap<String, String> values) {
        public Row {
            values = new TreeMap<>(values);
        }
    }

    /** Rows of a kind that belong to the period, by key in the order of its characters' code points. @param behind the last key had; empty first */
    List<Row> page(What what, Period period, String behind, int most);
}
