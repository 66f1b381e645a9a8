package io.fairway.clearance.gate;

import static io.fairway.clearance.gate.GateSamples.BOX;
import static io.fairway.clearance.gate.GateSamples.ENTERED;
import static io.fairway.clearance.gate.GateSamples.OUT;
import static io.fairway.clearance.gate.GateSamples.boxes;
import static io.fairway.clearance.gate.GateSamples.box;
import static io.fairway.clearance.gate.GateSamples.cleanPassage;
import static io.fairway.clearance.gate.GateSamples.decide;
import static io.fairway.clearance.gate.GateSamples.papers;
import static io.fairway.clearance.gate.GateSamples.reading;
import static io.fairway.clearance.gate.GateSamples.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.clearance.gate.GateDecision.Permission;
import io.fairway.clearance.gate.LaneWatch.Attached;
import io.fairway.clearance.gate.LaneWatch.Passage;
import io.fairway.clearance.gate.LaneWatch.Phase;
import io.fairway.document.gate.Observation.LoopChanged;
import io.fairway.document.gate.Observation.Passing;
import io.fairway.document.gate.Observation.PlateSeen;
import io.fairway.document.gate.Observation.RadiationSeen;
import io.fairway.document.gate.Observation.RadiationSign;
import io.fairway.document.gate.Observation.Steadiness;
import io.fairway.document.gate.Observation.WeightSeen;
import io.fairway.document.gate.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LaneWatchTest {
    private static final LaneWatch IDLE = LaneWatch.idle(OUT, GatePolicy.STANDARD);

    private static LaneWatch after(LaneWatch lane, List<Reading> readings) {
        LaneWatch next = lane;
        for (Reading reading : readings) {
            next = next.attach(reading).lane();
        }
        return next;
    }

    @Test
    void waitsUntilEveryDeviceHasSpokenAndThenIsDue() {
        List<Reading> readings = cleanPassage();
        LaneWatch almost = after(IDLE, readings.subList(0, readings.size() - 1));

        assertThat(IDLE.phase()).isEqualTo(Phase.IDLE);
        assertThat(almost.due(ENTERED.plusSeconds(10))).isEmpty();
        assertThat(almost.phase()).isEqualTo(Phase.COLLECTING);
        assertThat(after(almost, readings).due(ENTERED.plusSeconds(15)).orElseThrow().readings()).hasSameSizeAs(readings);
    }

    @Test
    void doesNotCountAMovingWeightAndDecidesWithoutItWhenPatienceEnds() {
        LaneWatch moving = after(IDLE, with(cleanPassage(), reading("WB", 14, new WeightSeen(29_000, Steadiness.MOVING))));

        assertThat(moving.due(ENTERED.plusSeconds(15))).isEmpty();
        Passage passage = moving.due(ENTERED.plusSeconds(21)).orElseThrow();
        assertThat(decide(passage.readings(), papers(BOX)).permission()).isEqualTo(Permission.HOLD);
    }

    @Test
    void makesTheSamePassageOfShuffledAndDoubledReadings() {
        Random random = new Random(3);
        Passage inOrder = after(IDLE, cleanPassage()).due(ENTERED.plusSeconds(15)).orElseThrow();
        for (int run = 0; run < 200; run++) {
            List<Reading> shuffled = new ArrayList<>(cleanPassage());
            shuffled.addAll(cleanPassage());
            Collections.shuffle(shuffled, random);

            Passage passage = after(IDLE, shuffled).due(ENTERED.plusSeconds(15)).orElseThrow();
            assertThat(passage).isEqualTo(inOrder);
            assertThat(IDLE.transactionOf(passage)).isEqualTo("GO260306-OUT03-021331000");
        }
    }

    @Test
    void attachesWhatAPortalUpstreamSawBeforeTheTruckWasDetectedButNothingOlder() {
        Reading upstream = reading("RPM", -8, new RadiationSeen(Set.of(), 800));
        Reading older = reading("RPM", -12, new RadiationSeen(Set.of(RadiationSign.FAULT), 800));

        assertThat(after(IDLE, with(cleanPassage(), upstream, older)).passages().getFirst().readings()).contains(upstream)
                .doesNotContain(older);
    }

    @Test
    void letsALateAlarmOnlyTighten() {
        LaneWatch lane = after(IDLE, cleanPassage());
        Passage passage = lane.due(ENTERED.plusSeconds(15)).orElseThrow();
        GateDecision opened = decide(passage.readings(), papers(BOX));
        LaneWatch decided = lane.decided(passage, "T1");
        Attached.Late alarm = (Attached.Late) decided.attach(reading("RPM2", 16,
                new RadiationSeen(Set.of(RadiationSign.NEUTRON_ALARM), 812)));
        Attached.Late steady = (Attached.Late) decided.attach(reading("WB", 17, new WeightSeen(29_281, Steadiness.STEADY)));

        assertThat(opened.permission()).isEqualTo(Permission.OPEN);
        assertThat(Tightening.of(opened, seen(alarm)).orElseThrow().closesLane()).isTrue();
        assertThat(Tightening.of(opened, seen(steady))).isEmpty();
        GateDecision held = decide(with(cleanPassage(), reading("WB", 14, new WeightSeen(20_000, Steadiness.STEADY))), papers(BOX));
        assertThat(Tightening.of(held, seen(steady))).as("a good late weight opens nothing").isEmpty();
    }

    private static SeenTruck seen(Attached.Late late) {
        return Votes.of(late.passage().readings(), Map.of(), List.of(papers(BOX)), GatePolicy.STANDARD);
    }

    @Test
    void keepsTheNextTruckApartAlsoWhenTheWordOfTheExitWasLost() {
        LaneWatch lane = after(IDLE, cleanPassage());
        LaneWatch decided = lane.decided(lane.due(ENTERED.plusSeconds(15)).orElseThrow(), "T1");
        LaneWatch left = after(decided, List.of(reading("LOOP", 20, new LoopChanged(Passing.LEFT))));
        List<Reading> next = List.of(reading("LOOP", 60, new LoopChanged(Passing.ENTERED)),
                reading("LPR", 61, new PlateSeen("HUA77777", 0.9)));

        assertThat(left.phase()).isEqualTo(Phase.IDLE);
        assertThat(after(left, next).passages().getFirst().readings()).isEqualTo(next);
        assertThat(after(decided, next).passages().getFirst().readings()).isEqualTo(next);
    }

    @Test
    void remembersRepeatsForgetsOldThingsAndRefusesAFlood() {
        LaneWatch lane = after(IDLE, cleanPassage());
        LaneWatch full = lane;
        for (int i = 0; i < 3_000; i++) {
            full = full.attach(new Reading("NOISE", i, "OUT03", ENTERED, ENTERED, new PlateSeen("X", 0.1))).lane();
        }

        assertThat(lane.attach(cleanPassage().getFirst())).isInstanceOf(Attached.Repeat.class);
        assertThat(full.pool()).hasSize(2_000);
        assertThat(full.attach(reading("LPR", 3, new PlateSeen("Y", 0.9)))).isInstanceOf(Attached.Flooded.class);
        assertThat(full.forgetting(ENTERED.plusSeconds(600)).pool()).isEmpty();
    }

    @Test
    void correctsOneWrongCharacterOfAnExpectedNumberAndSaysSo() {
        GateDecision corrected = decide(with(cleanPassage(), reading("OCR", 5, boxes(box("HUBU2000010")))), papers(BOX));
        GateDecision other = decide(with(cleanPassage(), reading("OCR", 5, boxes(box("HUBU2000100")))), papers(BOX));

        assertThat(corrected.permission()).isEqualTo(Permission.OPEN);
        assertThat(corrected.inputs().seen().notes()).extracting(SeenTruck.Note::code).containsExactly("CORRECTED");
        assertThat(other.permission()).isEqualTo(Permission.HOLD);
    }

    @Test
    void leavesOutDevicesThatDoNotCountButNeverTheirAlarm() {
        Instant wrongClock = ENTERED.minusSeconds(3_600);
        List<Reading> skewed = with(cleanPassage(), new Reading("RPM", 1, "OUT03", wrongClock, ENTERED, new RadiationSeen(Set.of(), 812)));
        List<Reading> alarmed = with(cleanPassage(), new Reading("RPM", 1, "OUT03", wrongClock, ENTERED,
                new RadiationSeen(Set.of(RadiationSign.GAMMA_ALARM), 812)));

        assertThat(decide(skewed, papers(BOX)).permission()).isEqualTo(Permission.HOLD);
        assertThat(decide(skewed, papers(BOX)).inputs().seen().notes()).extracting(SeenTruck.Note::code).containsExactly("CLOCK_SKEW");
        assertThat(decide(alarmed, papers(BOX)).closesLane()).isTrue();
        SeenTruck silenced = Votes.of(cleanPassage(), Map.of("LPR", "no heartbeat for 90 s"), List.of(papers(BOX)), GatePolicy.STANDARD);
        assertThat(silenced.plate()).isEmpty();
    }
}
