package io.fairway.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.agent.HubInMemory.Link;
import io.fairway.clearance.gate.GateDecision;
import io.fairway.clearance.gate.GateDecision.Permission;
import io.fairway.clearance.gate.DeviceHealth.State;
import io.fairway.clearance.gate.DevicePolicy;
import io.fairway.clearance.gate.GatePolicy;
import io.fairway.clearance.gate.RecordText;
import io.fairway.connector.gate.RefusedReadingException;
import io.fairway.connector.gate.TcpCounts;
import io.fairway.signing.DevelopmentAuthority;
import io.fairway.signing.SigningKey;
import io.fairway.signing.Suite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P11: the gate keeps deciding, whoever else is away. */
class GateAgentTest {
    private static final Instant START = Instant.parse("2026-03-06T02:00:00Z");
    private static final Duration OUTAGE = Duration.ofHours(4);

    @TempDir
    private Path home;
    private SigningKey hubKey;
    private HubInMemory hub;
    private Instant now = START;
    private GateAgent agent;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        hubKey = DevelopmentAuthority.create("CN=Root", Suite.ECDSA_P256_SHA256, START.minusSeconds(60))
                .issue("CN=Hub", Suite.ECDSA_P256_SHA256, DevelopmentAuthority.Purpose.SIGNING, START.minusSeconds(60), Period.ofYears(2));
        hub = new HubInMemory(hubKey);
        restart();
    }

    private void restart() throws IOException {
        agent = new GateAgent(Map.of(AgentSamples.OUT, AgentSamples.DEVICES), new PassReader(hubKey.certificate(), "AGENT1"),
                AgentJournal.open(home.resolve("agent.journal")), GatePolicy.STANDARD, DevicePolicy.STANDARD, () -> now);
    }

    private List<String> readings(String box, String plate, String seal) {
        return AgentSamples.readings(box, plate, seal, now);
    }

    private String json(String device, String kind, String members) {
        return AgentSamples.json(device, kind, members, now);
    }

    private GateDecision passage(String box, String plate, String seal) throws RefusedReadingException {
        List<GateDecision> made = new ArrayList<>();
        for (String reading : readings(box, plate, seal)) {
            take(reading).ifPresent(made::add);
        }
        take(json("LOOP", "loop", "\"state\":\"LEFT\""));
        now = now.plusSeconds(60);
        assertThat(made).hasSize(1);
        return made.getFirst();
    }

    private Optional<GateDecision> take(String reading) throws RefusedReadingException {
        return agent.take("OUT03", reading.getBytes(StandardCharsets.UTF_8)).decision();
    }

    private void issue(String id, String box, String plate) throws IOException {
        hub.issue("AGENT1", id, AgentSamples.papers(box, plate, now, OUTAGE), now);
        agent.refresh(hub);
    }

    @Test
    void decidesDuringACutAsBeforeItWithAllItsRulesAndDeliversLaterOnceInOrder() throws IOException, RefusedReadingException {
        issue("p1", "HUBU2000016", "HUA1");
        issue("p2", "HUBU2000021", "HUA2");
        hub.set(Link.CUT);
        now = now.plus(Duration.ofHours(3));

        assertThat(passage("HUBU2000016", "HUA1", "S1").permission()).isEqualTo(Permission.OPEN);
        assertThat(passage("HUBU2000021", "HUA2", "S2").permission()).isEqualTo(Permission.HOLD);
        assertThatThrownBy(() -> agent.deliver(hub)).isInstanceOf(IOException.class);
        assertThat(agent.backlog()).isEqualTo(2);
        restart();
        hub.set(Link.ANSWERS_LOST);
        assertThatThrownBy(() -> agent.deliver(hub)).isInstanceOf(IOException.class);
        hub.set(Link.UP);
        agent.deliver(hub);
        agent.deliver(hub);

        assertThat(agent.backlog()).isZero();
        assertThat(hub.delivered()).hasSize(2);
        assertThat(hub.delivered().getFirst()).contains("\"permission\":\"OPEN\"", "HUBU2000016", "2026-03-06T05:00:00Z");
        assertThat(hub.delivered().getLast()).contains("WRONG_SEAL");
    }

    @Test
    void parksWhatTheHubRefusesAndGoesOnWithTheRest() throws IOException, RefusedReadingException {
        issue("p1", "HUBU2000016", "HUA1");
        issue("p2", "HUBU2000021", "HUA2");
        passage("HUBU2000016", "HUA1", "S2");
        passage("HUBU2000021", "HUA2", "S1");
        hub.set(Link.REFUSES_WRONG_SEALS);
        agent.deliver(hub);
        agent.deliver(hub);

        assertThat(hub.delivered()).singleElement().asString().contains("HUBU2000021");
        assertThat(agent.parked().values()).containsExactly("The hub answered 400");
        assertThat(agent.backlog()).isEqualTo(1);
        restart();
        hub.set(Link.UP);
        agent.deliver(hub);
        assertThat(agent.backlog()).isZero();
        assertThat(hub.delivered()).hasSize(2);
    }

    @Test
    void refusesWhatIsUnknownRevokedExpiredOrForAnotherAgent() throws IOException, RefusedReadingException {
        hub.issue("AGENT1", "p1", AgentSamples.papers("HUBU2000016", "HUA1", now, OUTAGE), now);
        hub.revoke("AGENT1", "p1", now);
        hub.issue("AGENT2", "p2", AgentSamples.papers("HUBU2000021", "HUA2", now, OUTAGE), now);
        agent.refresh(hub);

        assertThat(passage("HUBU2000016", "HUA1", "S1").permission()).isEqualTo(Permission.REFUSE);
        assertThat(passage("HUBU2000021", "HUA2", "S1").permission()).isEqualTo(Permission.REFUSE);
    }

    @Test
    void opensOnAPassUntilItsEndAndNotASecondLater() throws IOException, RefusedReadingException {
        issue("p1", "HUBU2000016", "HUA1");
        issue("p2", "HUBU2000021", "HUA2");
        hub.set(Link.CUT);
        now = START.plus(OUTAGE);

        assertThat(passage("HUBU2000016", "HUA1", "S1").permission()).isEqualTo(Permission.OPEN);
        GateDecision late = passage("HUBU2000021", "HUA2", "S1");
        assertThat(late.permission()).isEqualTo(Permission.REFUSE);
        assertThat(late.display().en()).contains("manual lane");
    }

    @Test
    void neverRedeemsAPassTwiceAlsoAfterARestartOrAFreshPass() throws IOException, RefusedReadingException {
        issue("p1", "HUBU2000016", "HUA1");
        assertThat(passage("HUBU2000016", "HUA1", "S1").permission()).isEqualTo(Permission.OPEN);
        restart();
        assertThat(passage("HUBU2000016", "HUA1", "S1").permission()).isEqualTo(Permission.REFUSE);
        issue("p9", "HUBU2000016", "HUA1");
        assertThat(passage("HUBU2000016", "HUA1", "S1").permission()).isEqualTo(Permission.REFUSE);
    }

    @Test
    void losesNothingAnsweredAndDoublesNothingWhereverItDiesAndCutsATornLineOff() throws IOException, RefusedReadingException {
        issue("p1", "HUBU2000016", "HUA1");
        List<GateDecision> made = new ArrayList<>();
        for (String reading : readings("HUBU2000016", "HUA1", "S1")) {
            take(reading).ifPresent(made::add);
            Files.writeString(home.resolve("agent.journal"), "12345 READING OUT03 half a li", StandardOpenOption.APPEND);
            restart();
            take(reading).ifPresent(made::add);
        }

        assertThat(made).hasSize(1);
        assertThat(made.getFirst().permission()).isEqualTo(Permission.OPEN);
        agent.deliver(hub);
        assertThat(hub.delivered()).hasSize(1);
    }

    @Test
    void tightensForALateAlarmAlsoAfterARestart() throws IOException, RefusedReadingException {
        issue("p1", "HUBU2000016", "HUA1");
        for (String reading : readings("HUBU2000016", "HUA1", "S1")) {
            take(reading);
        }
        restart();

        Optional<GateDecision> stricter = take(json("RPM", "radiation",
                "\"gammaAlarm\":true,\"neutronAlarm\":false,\"tamper\":false,\"gammaBackground\":812"));

        assertThat(stricter).hasValueSatisfying(decision -> assertThat(decision.permission()).isEqualTo(Permission.HOLD));
        agent.deliver(hub);
        assertThat(hub.delivered()).hasSize(2);
    }

    @Test
    void leavesOutADeviceWhoseHeartbeatIsMissingAlsoAfterARestartAndCountsItAgainWhenItIsBack() throws IOException, RefusedReadingException {
        issue("p1", "HUBU2000016", "HUA1");
        issue("p2", "HUBU2000021", "HUA2");
        take(json("RPM", "heartbeat", "\"everySeconds\":10"));
        assertThat(agent.devices("OUT03")).containsEntry("RPM", State.SOUND).containsEntry("LPR", State.UNWATCHED);
        restart();
        now = now.plusSeconds(31);
        assertThat(agent.devices("OUT03")).containsEntry("RPM", State.SILENT);

        GateDecision held = passage("HUBU2000016", "HUA1", "S1");
        assertThat(held.permission()).isEqualTo(Permission.HOLD);
        assertThat(RecordText.of(held)).contains("RADIATION_NOT_MEASURED", "DEVICE_DOES_NOT_COUNT");
        take(json("RPM", "heartbeat", "\"everySeconds\":10"));
        assertThat(passage("HUBU2000021", "HUA2", "S1").permission()).isEqualTo(Permission.OPEN);
    }

    @Test
    void leavesOutADeviceThatSendsNonsense() throws IOException, RefusedReadingException {
        issue("p1", "HUBU2000016", "HUA1");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> take(json("WB", "weight", "\"grossKg\":\"heavy\""))).isInstanceOf(RefusedReadingException.class);
        }
        assertThat(passage("HUBU2000016", "HUA1", "S1").permission()).isEqualTo(Permission.HOLD);
        now = now.plusSeconds(61);
        assertThat(agent.devices("OUT03")).containsEntry("WB", State.UNWATCHED);
    }

    @Test
    void answersALineForALineAndDropsWhatIsNone() throws IOException {
        issue("p1", "HUBU2000016", "HUA1");
        var talk = new AgentTalk(agent).begin(new TcpCounts(), () -> now);
        List<String> lines = new ArrayList<>();
        for (String reading : readings("HUBU2000016", "HUA1", "S1")) {
            String line = reading + "\n";
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            assertThat(talk.hear(Arrays.copyOf(bytes, 10))).isEmpty();
            lines.add(text(talk.hear(Arrays.copyOfRange(bytes, 10, bytes.length))));
        }

        assertThat(lines.getLast()).contains("\"permission\":\"OPEN\"").endsWith("\n");
        assertThat(lines.subList(0, 6)).allSatisfy(line -> assertThat(line).startsWith("{\"reading\":").doesNotContain("permission"));
        assertThat(text(talk.hear("nonsense\n{}\n".getBytes(StandardCharsets.UTF_8))).lines()).hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("\"code\":"));
        assertThat(text(talk.hear(("x".repeat(70_000) + "\n").getBytes(StandardCharsets.UTF_8)))).contains("TOO_LONG");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void takesReadingsOnlyFromTheLanesOwnDevices() {
        assertThatThrownBy(() -> take(json("LPR9", "lpr", "\"plate\":\"X\",\"confidence\":1")))
                .isInstanceOfSatisfying(RefusedReadingException.class, refused -> assertThat(refused.code()).isEqualTo("ANOTHER_DEVICE"));
        assertThatThrownBy(() -> agent.take("OUT99", json("LPR", "lpr", "\"plate\":\"X\",\"confidence\":1").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RefusedReadingException.class);
    }
}
