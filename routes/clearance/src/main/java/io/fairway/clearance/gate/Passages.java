package io.fairway.clearance.gate;

import io.fairway.clearance.gate.LaneWatch.Passage;
import io.fairway.document.gate.Observation.Kind;
import io.fairway.document.gate.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a lane's readings into trucks. A truck begins with the entry loop, or with its plate or tag where the loop is silent; it ends with
 * the exit loop, with the next entry, or with the window. What was read shortly before the beginning belongs to it (a portal may stand
 * upstream of the barrier).
 */
final class Passages {
    private final GatePolicy policy;
    private final List<Passage> found = new ArrayList<>();
    private List<Reading> waiting = new ArrayList<>();
    private List<Reading> current = new ArrayList<>();
    private Optional<Instant> start = Optional.empty();

    private Passages(GatePolicy policy) {
        this.policy = policy;
    }

    /** @param readings by time */
    static List<Passage> of(List<Reading> readings, GatePolicy policy) {
        var passages = new Passages(policy);
        readings.forEach(passages::take);
        passages.end();
        return passages.found;
    }

    private void take(Reading reading) {
        if (start.filter(begun -> reading.at().isAfter(begun.plus(policy.window()))).isPresent()) {
            end();
        }
        if (start.isPresent() && LaneWatch.isEntry(reading) && current.stream().anyMatch(LaneWatch::isEntry)) {
            end();
        }
        if (start.isEmpty() && !begins(reading)) {
            waiting.add(reading);
            return;
        }
        if (start.isEmpty()) {
            begin(reading);
        }
        current.add(reading);
        if (LaneWatch.isExit(reading)) {
            end();
        }
    }

    private static boolean begins(Reading reading) {
        Kind kind = reading.observation().kind();
        return LaneWatch.isEntry(reading) || kind == Kind.PLATE || kind == Kind.TAG;
    }

    private void begin(Reading reading) {
        start = Optional.of(reading.at());
        waiting.stream().filter(early -> !early.at().isBefore(reading.at().minus(policy.before())) && !LaneWatch.isExit(early))
                .forEach(current::add);
        waiting = new ArrayList<>();
    }

    private void end() {
        start.ifPresent(begun -> {
            Instant last = current.stream().filter(LaneWatch::isExit).map(Reading::at).findFirst().orElse(begun.plus(policy.window()));
            found.add(new Passage(begun, last, current));
        });
        start = Optional.empty();
        current = new ArrayList<>();
    }
}
