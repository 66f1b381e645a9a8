package io.fairway.hub;

import static io.fairway.web.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Fixtures;
import io.fairway.fixture.Variant;
import io.fairway.web.HttpCaller;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A newcomer in test tries its system on what the hub gives it, and reads its report, without anybody of the hub. */
class ConformanceTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final Duration PATIENTLY = Duration.ofSeconds(60);
    private static final TestKeys KEY = TestKeys.fresh();
    private static Counterpart server;

    @BeforeAll
    static void aTerminalIsTakenOn() throws IOException {
        server = Counterpart.open();
        confirmed("/api/counterparts", Map.of("party", "TRYTERM", "environment", "test", "roles", List.of("terminal"), "endpoint", server.endpoint(),
                "dialects", Map.of("ContainerReleaseOrder", "COREOR:D:00B:UN:SMDG20", "SyntaxReport", "CONTRL:D:3:UN")));
        confirmed("/api/parties/TRYTERM/keys", Map.of("jwk", KEY.publicPart(), "purpose", "authentication",
                "validUntil", Instant.now().plus(Duration.ofDays(365)).toString()));
    }

    @Test
    void passesWhoAcceptsWhatIsSoundAndRefusesWhatIsNot() {
        TestParty terminal = newcomer();
        JsonNode run = terminal.create("/api/conformance-runs", Map.of());
        String address = "/api/conformance-runs/" + run.path("id").asText();
        assertThat(run.path("state").asText()).isEqualTo("waiting");
        assertThat(run.path("leftOut").valueStream().map(JsonNode::asText)).containsExactly("SyntaxReport as CONTRL:D:3:UN: no sample");
        assertThat(run.path("cases")).extracting(each -> each.path("mutation").asText("")).contains("", "segment-count-wrong", "end-missing");

        for (JsonNode each : run.path("cases")) {
            String reference = each.path("reference").asText();
            await().atMost(PATIENTLY).until(() -> !server.toldAbout(reference).isEmpty());
            assertThat(server.toldAbout(reference).getFirst().body().getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(terminal.get(address + "/messages/" + each.path("number").asInt()).body());
            answer(terminal, reference, each.path("expected").asText().equals("rejected"));
        }

        await().atMost(PATIENTLY).until(() -> terminal.read(address).path("state").asText().equals("passed"));
        JsonNode report = terminal.read(address);
        assertThat(report.path("passed").asInt()).isEqualTo(run.path("cases").size());
        assertThat(report.path("cases")).allSatisfy(each -> assertThat(each.path("sentAt").asText()).isNotEmpty());
        assertThat(report.path("cases").get(1).path("answer").asText()).isEqualTo("CONTRL REJECTED");
        await().atMost(PATIENTLY).until(() -> terminal.read(address).path("sent").size() == run.path("cases").size());
        assertThat(terminal.list("/api/conformance-runs")).extracting(each -> each.path("id").asText()).contains(run.path("id").asText());
    }

    @Test
    void failsWhoAcceptsWhatIsWrongAndSaysInWhichCase() {
        TestParty terminal = newcomer();
        JsonNode run = terminal.create("/api/conformance-runs", Map.of());
        String address = "/api/conformance-runs/" + run.path("id").asText();

        HttpResponse<byte[]> said = terminal.call("PUT", address + "/messages/2/answer", Map.of("answer", "accepted"));

        assertThat(said.statusCode()).as(TestParty.text(said)).isEqualTo(200);
        assertThat(HttpCaller.json(said).path("state").asText()).isEqualTo("failed");
        assertThat(HttpCaller.json(said).at("/cases/1/state").asText()).isEqualTo("failed");
        assertProblem(terminal.call("PUT", address + "/messages/2/answer", Map.of("answer", "perhaps")), 400, "BODY_INVALID");
        assertProblem(terminal.call("PUT", address + "/messages/99/answer", Map.of("answer", "accepted")), 404, "NOT_FOUND");
        assertProblem(HUB.party("HUBTERM").get(address), 404, "NOT_FOUND");
        assertProblem(HUB.party("HUBTERM").call("PUT", address + "/messages/2/answer", Map.of("answer", "refused")), 404, "NOT_FOUND");
    }

    @Test
    void givesNothingToAPartyInLive() {
        assertProblem(HUB.party("HUBTERM").call("POST", "/api/conformance-runs", Map.of()), 409, "NOT_POSSIBLE");
    }

    /** The newcomer's own CONTRL for a message, each under a reference of its own. */
    private static void answer(TestParty terminal, String reference, boolean refused) {
        Variant contrl = refused ? Fixtures.variant("edifact/contrl_reject.edi").replacing("CR0001", reference).replacing("CNCUSTOMS", "TRYTERM")
                : Fixtures.variant("edifact/contrl_ack.edi").replacing("PR0001", reference).replacing("HUBTERM", "TRYTERM");
        String own = "Z" + HUB.freshSeed();
        byte[] bytes = contrl.replacing("HUBLINE", "FAIRWAY").underReference(own).replacing("+" + own + "'\nUNH", "+" + own + "++++++1'\nUNH").bytes();
        assertThat(terminal.http().post("/api/transmissions", "application/edifact", bytes).statusCode()).isEqualTo(202);
    }

    private static TestParty newcomer() {
        return new TestParty(HttpCaller.withToken(HUB.port(), KEY.credential("TRYTERM")));
    }

    private static void confirmed(String path, Map<String, ?> content) {
        String act = HUB.party("HUBOPS.anna").create(path, content).path("id").asText();
        HUB.party("HUBOPS.bo").create("/api/approvals/" + act + "/confirmation", Map.of());
    }
}
