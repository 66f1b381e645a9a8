package io.fairway.clearance.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.clearance.gate.GateDecision.Permission;
import io.fairway.clearance.gate.LaneProfile.Direction;
import io.fairway.clearance.gate.LaneProfile.LaneKind;
import io.fairway.clearance.gate.LaneWatch.Passage;
import io.fairway.document.gate.Observation;
import io.fairway.document.gate.Observation.DriverSeen;
import io.fairway.document.gate.Observation.LoopChanged;
import io.fairway.document.gate.Observation.Passing;
import io.fairway.document.gate.Observation.PlateSeen;
import io.fairway.document.gate.Observation.RadiationSeen;
import io.fairway.document.gate.Observation.RadiationSign;
import io.fairway.document.gate.Observation.SealSeen;
import io.fairway.document.gate.Observation.SealState;
import io.fairway.document.gate.Observation.Steadiness;
import io.fairway.document.gate.Observation.WeightSeen;
import io.fairway.document.gate.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A seeded day of traffic on 20 lanes, replayed as networks deliver it: the same facts give the same decisions. */
class GateDayTest {
    private static final int LANES = 20;
    private static final int TRUCKS = 40;
    private static final Instant MORNING = Instant.parse("2026-03-06T00:00:00Z");
    private static final Duration JITTER = Duration.ofSeconds(4);

    /** When a reading reaches the gate. */
    private record Arrival(Instant at, Reading reading) {
    }

    private static LaneProfile lane(int number) {
        return new LaneProfile("L%02d".formatted(number), "HUBT", Direction.OUT, LaneKind.values()[number % LaneKind.values().length]);
    }

    /** Every truck comes for the same booked container; what differs is what the devices see of it. */
    private static List<Reading> day(LaneProfile lane, Random random) {
        List<Reading> readings = new ArrayList<>();
        for (int truck = 0; truck < TRUCKS; truck++) {
            Instant start = GateSamples.ENTERED.plusSeconds(40L * truck + random.nextInt(8));
            boolean wrongPlate = random.nextInt(8) == 0;
            boolean wrongSeal = random.nextInt(8) == 0;
            boolean alarm = random.nextInt(12) == 0;
            int kilograms = 29_310 + random.nextInt(700) - 350;
            List<Observation> seen = List.of(new LoopChanged(Passing.ENTERED), new PlateSeen(wrongPlate ? "HUB0" + truck : "HUA12345", 0.9),
                    GateSamples.boxes(GateSamples.box("HUBU2000016")), new SealSeen("", wrongSeal ? "XX1" : "HB778812", SealState.SEALED),
                    new RadiationSeen(alarm ? Set.of(RadiationSign.GAMMA_ALARM) : Set.of(), 800), new DriverSeen("D3101"),
                    new WeightSeen(kilograms, Steadiness.STEADY), new LoopChanged(Passing.LEFT));
            for (int i = 0; i < seen.size(); i++) {
                Instant at = start.plusSeconds(i == seen.size() - 1 ? 20 : i);
                readings.add(new Reading("D" + i, truck, lane.lane(), at, at, seen.get(i)));
            }
        }
        return readings;
    }

    private static Map<String, Permission> replay(LaneProfile lane, List<Arrival> arrivals) {
        Map<String, Permission> decisions = new TreeMap<>();
        LaneWatch watch = LaneWatch.idle(lane, GatePolicy.STANDARD);
        for (Arrival arrival : arrivals) {
            Reading reading = arrival.reading();
            Reading received = new Reading(reading.device(), reading.sequence(), reading.lane(), reading.at(), arrival.at(), reading.observation());
            watch = decideDue(watch.attach(received).lane(), arrival.at(), decisions).forgetting(arrival.at());
        }
        decideDue(watch, MORNING.plus(Duration.ofDays(1)), decisions);
        return decisions;
    }

    private static LaneWatch decideDue(LaneWatch watch, Instant now, Map<String, Permission> decisions) {
        LaneWatch next = watch;
        for (Optional<Passage> due = next.due(now); due.isPresent(); due = next.due(now)) {
            String transaction = next.transactionOf(due.get());
            List<GatePapers> papers = List.of(GateSamples.papers(GateSamples.BOX));
            SeenTruck seen = Votes.of(due.get().readings(), Map.of(), papers, GatePolicy.STANDARD);
            // the papers of the sample are good for a minute; the day is decided at one frozen time so that only the readings differ
            decisions.put(transaction, GateRules.decide(new GateInputs(transaction, next.profile(), GatePolicy.STANDARD, seen, papers, List.of(),
                    GateSamples.DECIDED)).permission());
            next = next.decided(due.get(), transaction);
        }
        return next;
    }

    private static List<Arrival> inOrder(List<Reading> readings) {
        return readings.stream().sorted(Comparator.comparing(Reading::at)).map(reading -> new Arrival(reading.at(), reading)).toList();
    }

    private static List<Arrival> shuffled(List<Reading> readings, Random random) {
        return readings.stream().map(reading -> new Arrival(reading.at().plusMillis(random.nextLong(JITTER.toMillis())), reading))
                .sorted(Comparator.comparing(Arrival::at)).toList();
    }

    @Test
    void decidesTheDayTheSameInOrderShuffledAndDoubled() {
        Random random = new Random(20);
        Set<Permission> met = new HashSet<>();
        for (int number = 0; number < LANES; number++) {
            LaneProfile lane = lane(number);
            List<Reading> day = day(lane, random);
            Map<String, Permission> straight = replay(lane, inOrder(day));
            List<Reading> twice = new ArrayList<>(day);
            twice.addAll(day);

            assertThat(straight).hasSize(TRUCKS);
            assertThat(replay(lane, shuffled(day, random))).isEqualTo(straight);
            assertThat(replay(lane, shuffled(twice, random))).isEqualTo(straight);
            met.addAll(straight.values());
        }
        assertThat(met).containsExactlyInAnyOrder(Permission.OPEN, Permission.HOLD, Permission.DIVERT);
    }

    @Test
    void neverOpensMoreOftenWhenReadingsAreLost() {
        Random random = new Random(21);
        for (int number = 0; number < LANES; number++) {
            LaneProfile lane = lane(number);
            List<Reading> day = day(lane, random);
            Map<String, Permission> whole = replay(lane, inOrder(day));
            List<Reading> fewer = day.stream().filter(reading -> reading.observation() instanceof LoopChanged || random.nextInt(10) > 0).toList();

            Map<String, Permission> lossy = replay(lane, shuffled(fewer, random));
            assertThat(lossy).hasSameSizeAs(whole);
            lossy.forEach((transaction, permission) -> {
                if (permission == Permission.OPEN) {
                    assertThat(whole.get(transaction)).isEqualTo(Permission.OPEN);
                }
            });
        }
    }
}
