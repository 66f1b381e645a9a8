package io.fairway.usecase.gate;

import io.fairway.clearance.gate.GateDecision;
import io.fairway.clearance.gate.GateInputs;
import io.fairway.clearance.gate.GatePapers;
import io.fairway.clearance.gate.GatePolicy;
import io.fairway.clearance.gate.GateRules;
import io.fairway.clearance.gate.RuleOutcome;
import io.fairway.clearance.gate.SeenTruck;
import io.fairway.clearance.gate.Votes;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.gate.Reading;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.gate.GateStore.Cause;
import io.fairway.usecase.gate.GateStore.Kept;
import io.fairway.usecase.replay.Difference;
import io.fairway.usecase.replay.Outcome.Period;
import io.fairway.usecase.replay.Outcome.What;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Decides passages again by the rules of now: on the readings that had come in by then, with lane, papers and set-aside rules as the record of
 * each decision has them. What a late reading made stricter and what a gate decided while it was cut off rests on more than its record, and is
 * counted, not decided again.
 */
public final class DecideGateAgain {
    private static final int PAGE = 200;
    private static final Duration MEANWHILE = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final GateHistory history;
    private final GateStore store;
    private final GatePolicy policy;

    /** @param transactions of the hub whose gates decided */
    public DecideGateAgain(Transactions transactions, GateHistory history, GateStore store, GatePolicy policy) {
        this.transactions = transactions;
        this.history = history;
        this.store = store;
        this.policy = policy;
    }

    /**
     * What came of it.
     *
     * @param decided number of decisions that were made again
     * @param left number of those that were not
     */
    public record Again(long decided, long left, List<Difference> differences) {
        public Again {
            differences = List.copyOf(differences);
        }
    }

    /** All decisions of a period. @param most differences that are told */
    public Again decide(Period period, int most) {
        List<Difference> differences = new ArrayList<>();
        long decided = 0;
        long left = 0;
        List<Kept> page = page(period, "", 0);
        while (!page.isEmpty() && differences.size() < most) {
            for (Kept kept : page) {
                if (kept.cause() == Cause.DECIDED || kept.cause() == Cause.SET_ASIDE) {
                    decided++;
                    differences.addAll(compared(kept));
                } else {
                    left++;
                }
            }
            page = page(period, page.getLast().transaction(), page.getLast().revision());
        }
        return new Again(decided, left, differences.subList(0, Math.min(most, differences.size())));
    }

    private List<Kept> page(Period period, String passage, int revision) {
        return transactions.asHub(() -> history.decisions(period.from(), period.until(), passage, revision, PAGE));
    }

    /** A reading that came while it was being decided may have been too late for it: it counts if the record is explained only without it. */
    private List<Difference> compared(Kept kept) {
        Instant at = KeptRecords.decidedAt(kept.record());
        List<Reading> readings = transactions.asHub(() -> store.readings(lane(kept), kept.transaction())).stream()
                .filter(reading -> !reading.receivedAt().isAfter(at)).sorted(Comparator.comparing(Reading::receivedAt)).toList();
        List<Difference> differences = compared(kept, again(kept, readings, at));
        for (int taken = readings.size() - 1; !differences.isEmpty() && taken >= 0
                && readings.get(taken).receivedAt().isAfter(at.minus(MEANWHILE)); taken--) {
            if (compared(kept, again(kept, readings.subList(0, taken), at)).isEmpty()) {
                return List.of();
            }
        }
        return differences;
    }

    private static List<Difference> compared(Kept kept, GateDecision again) {
        SortedMap<String, String> was = KeptRecords.outcomes(kept.record());
        SortedMap<String, String> is = outcomes(again);
        SortedSet<String> names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        return names.stream().filter(name -> !was.getOrDefault(name, "").equals(is.getOrDefault(name, "")))
                .map(name -> new Difference(What.GATE_DECISION, kept.transaction() + "/" + kept.revision(), name, was.getOrDefault(name, ""),
                        is.getOrDefault(name, ""))).toList();
    }

    private static GateLane lane(Kept kept) {
        return new GateLane(KeptRecords.lane(kept.record()), Environment.LIVE, Map.of());
    }

    private GateDecision again(Kept kept, List<Reading> readings, Instant at) {
        List<GatePapers> papers = KeptRecords.papers(kept.record());
        SeenTruck seen = Votes.of(readings, KeptRecords.silenced(kept.record()), papers, policy);
        return GateRules.decide(new GateInputs(kept.transaction(), lane(kept).profile(), policy, seen, papers, KeptRecords.setAside(kept.record()),
                at));
    }

    private static SortedMap<String, String> outcomes(GateDecision decision) {
        SortedMap<String, String> values = new TreeMap<>();
        values.put("permission", decision.permission().name());
        for (RuleOutcome outcome : decision.outcomes()) {
            values.put(outcome.rule() + outcome.container().map(container -> " " + container).orElse(""),
                    outcome.result() + " " + outcome.reason().code());
        }
        return values;
    }
}
