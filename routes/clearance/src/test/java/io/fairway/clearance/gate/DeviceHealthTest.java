package io.fairway.clearance.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.clearance.gate.DeviceHealth.State;
import io.fairway.clearance.gate.DevicePolicy.Heartbeats;
import io.fairway.clearance.gate.GateDecision.Permission;
import io.fairway.document.gate.Heartbeat;
import io.fairway.document.gate.Observation.LoopChanged;
import io.fairway.document.gate.Observation.Passing;
import io.fairway.document.gate.Observation.RadiationSeen;
import io.fairway.document.gate.Observation.RadiationSign;
import io.fairway.document.gate.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeviceHealthTest {
    private static final Instant START = GateSamples.ENTERED;
    private static final DevicePolicy POLICY = DevicePolicy.STANDARD;
    private static final DeviceHealth UNHEARD = DeviceHealth.unheard("RPM");

    private static DeviceHealth beating(Instant at) {
        return UNHEARD.heard(new Heartbeat("RPM", "OUT03", at, at, Duration.ofSeconds(10)), POLICY);
    }

    private static Reading reading(Instant at, Instant receivedAt) {
        return new Reading("RPM", 1, "OUT03", at, receivedAt, new LoopChanged(Passing.ENTERED));
    }

    private static State state(DeviceHealth health, int second) {
        return health.state(START.plusSeconds(second), POLICY);
    }

    @Test
    void missesAHeartbeatAfterThreeIntervalsAndIsBackWithTheNextOne() {
        DeviceHealth health = beating(START);

        assertThat(state(health, 30)).isEqualTo(State.SOUND);
        assertThat(state(health, 31)).isEqualTo(State.SILENT);
        assertThat(state(health.heard(reading(START.plusSeconds(31), START.plusSeconds(31)), POLICY), 31)).isEqualTo(State.SILENT);
        assertThat(state(beating(START.plusSeconds(40)), 41)).isEqualTo(State.SOUND);
    }

    @Test
    void believesADeviceThatNeverBeatUnlessHeartbeatsAreDemanded() {
        assertThat(state(UNHEARD, 0)).isEqualTo(State.UNWATCHED);
        assertThat(UNHEARD.state(START, POLICY.expecting(Heartbeats.DEMANDED))).isEqualTo(State.SILENT);
        assertThat(State.UNWATCHED.counts()).isTrue();
    }

    @Test
    void doesNotBelieveAClockThatIsFarAwayUntilItGoesRightAgain() {
        DeviceHealth late = UNHEARD.heard(reading(START, START.plusSeconds(61)), POLICY);
        DeviceHealth early = UNHEARD.heard(reading(START.plusSeconds(61), START), POLICY);

        assertThat(state(late, 61)).isEqualTo(State.CLOCK_DRIFTS);
        assertThat(state(early, 0)).isEqualTo(State.CLOCK_DRIFTS);
        assertThat(state(late.heard(reading(START.plusSeconds(62), START.plusSeconds(63)), POLICY), 63)).isEqualTo(State.UNWATCHED);
        assertThat(state(UNHEARD.heard(reading(START, START.plusSeconds(60)), POLICY), 60)).isEqualTo(State.UNWATCHED);
    }

    @Test
    void doesNotBelieveADeviceThatSendsNonsenseAgainAndAgainUntilItHasStoppedForAMinute() {
        DeviceHealth health = UNHEARD;
        for (int second = 0; second < 4; second++) {
            health = health.spokeNonsense(START.plusSeconds(second), POLICY);
        }
        assertThat(state(health, 4)).isEqualTo(State.UNWATCHED);
        health = health.spokeNonsense(START.plusSeconds(5), POLICY);
        assertThat(state(health, 5)).isEqualTo(State.NONSENSE);
        health = health.spokeNonsense(START.plusSeconds(50), POLICY).spokeNonsense(START.plusSeconds(50).plusMillis(1), POLICY);
        assertThat(health.nonsense().count()).isEqualTo(6);
        assertThat(state(health, 109)).isEqualTo(State.NONSENSE);
        assertThat(state(health, 110)).isEqualTo(State.UNWATCHED);
        assertThat(state(health.spokeNonsense(START.plusSeconds(200), POLICY), 200)).isEqualTo(State.UNWATCHED);
    }

    @Test
    void forgivesNonsenseThatComesNowAndThen() {
        DeviceHealth health = UNHEARD;
        for (int minute = 0; minute < 100; minute++) {
            health = health.spokeNonsense(START.plusSeconds(30L * minute), POLICY);
            assertThat(state(health, 30 * minute)).isEqualTo(State.UNWATCHED);
        }
    }

    @Test
    void takesOnlyHeartbeatsThatCanBeWaitedFor() {
        for (Duration every : List.of(Duration.ZERO, Duration.ofSeconds(301))) {
            assertThatThrownBy(() -> new Heartbeat("RPM", "OUT03", START, START, every)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void leavesAnUnbelievedDeviceOutOfTheDecisionButNeverItsAlarm() {
        Map<String, String> silenced = Map.of("RPM", State.SILENT.text().en());
        List<GatePapers> papers = List.of(GateSamples.papers(GateSamples.BOX));
        SeenTruck quiet = Votes.of(GateSamples.cleanPassage(), silenced, papers, GatePolicy.STANDARD);
        SeenTruck alarm = Votes.of(GateSamples.with(GateSamples.cleanPassage(), GateSamples.reading("RPM", 7,
                new RadiationSeen(Set.of(RadiationSign.GAMMA_ALARM), 812))), silenced, papers, GatePolicy.STANDARD);

        assertThat(decided(quiet, papers).permission()).isEqualTo(Permission.HOLD);
        assertThat(quiet.notes()).extracting(SeenTruck.Note::code).contains("DEVICE_DOES_NOT_COUNT");
        assertThat(decided(alarm, papers).closesLane()).isTrue();
    }

    private static GateDecision decided(SeenTruck seen, List<GatePapers> papers) {
        return GateRules.decide(new GateInputs("T", GateSamples.OUT, GatePolicy.STANDARD, seen, papers, List.of(), GateSamples.DECIDED));
    }
}
