package io.fairway.clearance.gate;

import io.fairway.document.gate.Observation.Kind;
import io.fairway.document.gate.Observation.LoopChanged;
import io.fairway.document.gate.Observation.Passing;
import io.fairway.document.gate.Observation.Steadiness;
import io.fairway.document.gate.Observation.WeightSeen;
import io.fairway.document.gate.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One lane's memory: which readings belong to which truck. Readings join by the time the device saw them, not by the order they came
 * in, so that shuffled and doubled readings make the same passages. Immutable.
 *
 * @param pool readings that no decided passage has taken, by time
 * @param decided passages with a decision, while readings for them may still come
 */
public record LaneWatch(LaneProfile profile, GatePolicy policy, List<Reading> pool, List<Decided> decided) {
    private static final Comparator<Reading> BY_TIME = Comparator.comparing(Reading::at).thenComparing(Reading::device)
            .thenComparing(Reading::sequence);
    private static final int MOST_READINGS = 2_000;

    public LaneWatch {
        pool = pool.stream().sorted(BY_TIME).toList();
        decided = List.copyOf(decided);
    }

    /** A lane nothing happened on yet. */
    public static LaneWatch idle(LaneProfile profile, GatePolicy policy) {
        return new LaneWatch(profile, policy, List.of(), List.of());
    }

    /** Where the lane is. */
    public enum Phase {
        IDLE, COLLECTING, DECIDED
    }

    /** A passage with its decision. @param last until when readings belong to it */
    public record Decided(String transaction, Instant start, Instant last, List<Reading> readings) {
        public Decided {
            readings = List.copyOf(readings);
        }

        /** Whether the truck went past the barrier. */
        public boolean left() {
            return readings.stream().anyMatch(LaneWatch::isExit);
        }

        Decided endingBefore(Instant next) {
            return new Decided(transaction, start, next.minusMillis(1), readings);
        }
    }

    /** Readings that make one truck, not decided yet. */
    public record Passage(Instant start, Instant last, List<Reading> readings) {
        public Passage {
            readings = List.copyOf(readings);
        }
    }

    /** What a reading comes to. */
    public sealed interface Attached {
        /** The lane afterwards. */
        LaneWatch lane();

        /** It waits for its truck, or for more readings of it. */
        record Waiting(LaneWatch lane) implements Attached {
        }

        /** It belongs to a truck that has its decision; that decision may only become stricter by it. */
        record Late(LaneWatch lane, Decided passage) implements Attached {
        }

        /** It was here before. */
        record Repeat(LaneWatch lane) implements Attached {
        }

        /** The lane holds more readings than any truck makes: refused, so that one device cannot fill the memory. */
        record Flooded(LaneWatch lane) implements Attached {
        }
    }

    /** Takes one reading in. */
    public Attached attach(Reading reading) {
        if (knows(reading)) {
            return new Attached.Repeat(this);
        }
        Optional<Decided> late = decided.stream().filter(passage -> covers(passage, reading)).findFirst();
        if (late.isPresent() && !isNextTruck(late.get(), reading)) {
            Decided grown = grown(late.get(), reading);
            return new Attached.Late(replacing(late.get(), grown), grown);
        }
        if (pool.size() >= MOST_READINGS) {
            return new Attached.Flooded(this);
        }
        List<Reading> more = new ArrayList<>(pool);
        more.add(reading);
        List<Decided> over = late.map(passage -> replacing(passage, passage.endingBefore(reading.at())).decided()).orElse(decided);
        return new Attached.Waiting(new LaneWatch(profile, policy, more, over));
    }

    /** A second entry says that the first truck has gone, even when the exit loop's word was lost. */
    private boolean isNextTruck(Decided passage, Reading reading) {
        return isEntry(reading) && (passage.readings().stream().anyMatch(LaneWatch::isEntry)
                || reading.at().isAfter(passage.start().plus(policy.before())));
    }

    /** The first passage whose awaited readings are all there, or whose truck has waited long enough by our clock. */
    public Optional<Passage> due(Instant now) {
        return passages().stream().filter(passage -> isComplete(passage) || isOverdue(passage, now)).findFirst();
    }

    /** The lane after the decision over a passage. */
    public LaneWatch decided(Passage passage, String transaction) {
        Set<String> taken = keys(passage.readings());
        List<Reading> left = pool.stream().filter(reading -> !taken.contains(reading.key())).toList();
        List<Decided> all = new ArrayList<>(decided);
        all.add(new Decided(transaction, passage.start(), passage.last(), passage.readings()));
        return new LaneWatch(profile, policy, left, all);
    }

    /** The lane without what is too old to matter: what no truck claimed, and passages long over. */
    public LaneWatch forgetting(Instant now) {
        Instant oldest = now.minus(policy.window().multipliedBy(2));
        return new LaneWatch(profile, policy, pool.stream().filter(reading -> reading.receivedAt().isAfter(oldest)).toList(),
                decided.stream().filter(passage -> passage.last().isAfter(oldest)).toList());
    }

    /** Where the lane is now. */
    public Phase phase() {
        if (!passages().isEmpty()) {
            return Phase.COLLECTING;
        }
        return decided.stream().anyMatch(passage -> !passage.left()) ? Phase.DECIDED : Phase.IDLE;
    }

    /** The trucks that are in the readings, oldest first. */
    public List<Passage> passages() {
        return Passages.of(pool, policy);
    }

    /** Transaction id of a passage: direction, day, lane and start, the same however the readings came. */
    public String transactionOf(Passage passage) {
        return TransactionNames.of(profile, passage.start());
    }

    private boolean isComplete(Passage passage) {
        Set<Kind> seen = EnumSet.noneOf(Kind.class);
        passage.readings().stream().filter(LaneWatch::isUsable).forEach(reading -> seen.add(reading.observation().kind()));
        return seen.containsAll(profile.awaited());
    }

    private static boolean isUsable(Reading reading) {
        return !(reading.observation() instanceof WeightSeen weight) || weight.steadiness() == Steadiness.STEADY;
    }

    /** By our clock, from the first reading that reached us: a device's clock must not make a lane wait or hurry. */
    private boolean isOverdue(Passage passage, Instant now) {
        return passage.readings().stream().map(Reading::receivedAt).min(Comparator.naturalOrder())
                .filter(first -> !now.isBefore(first.plus(policy.patience()))).isPresent();
    }

    private boolean covers(Decided passage, Reading reading) {
        return !reading.at().isBefore(passage.start().minus(policy.before())) && !reading.at().isAfter(passage.last());
    }

    private Decided grown(Decided passage, Reading reading) {
        List<Reading> more = new ArrayList<>(passage.readings());
        more.add(reading);
        Instant last = isExit(reading) ? reading.at() : passage.last();
        return new Decided(passage.transaction(), passage.start(), last, more);
    }

    private LaneWatch replacing(Decided old, Decided grown) {
        return new LaneWatch(profile, policy, pool, decided.stream().map(each -> each.equals(old) ? grown : each).toList());
    }

    private boolean knows(Reading reading) {
        return keys(pool).contains(reading.key()) || decided.stream().anyMatch(passage -> keys(passage.readings()).contains(reading.key()));
    }

    private static Set<String> keys(Collection<Reading> readings) {
        return new HashSet<>(readings.stream().map(Reading::key).toList());
    }

    static boolean isExit(Reading reading) {
        return reading.observation() instanceof LoopChanged loop && loop.passing() == Passing.LEFT;
    }

    static boolean isEntry(Reading reading) {
        return reading.observation() instanceof LoopChanged loop && loop.passing() == Passing.ENTERED;
    }
}
