package io.fairway.hub;

import static io.fairway.web.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Voyages;
import io.fairway.web.HttpCaller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A counterpart is taken on, told things, left in peace in its quiet hours and moved, by two persons of the operator and without a restart. */
class TakeOnTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final TestParty ANNA = HUB.party("HUBOPS.anna");
    private static final TestParty BO = HUB.party("HUBOPS.bo");
    private static final Duration PATIENTLY = Duration.ofSeconds(60);
    private static final String NEXT_YEAR = Instant.now().plus(Duration.ofDays(365)).toString();
    private static final TestKeys KEY = TestKeys.fresh();
    private static Counterpart server;

    @BeforeAll
    static void takeOn() throws IOException {
        server = Counterpart.open();
        confirmed(profile(Map.of("certificates", List.of(TestCertificates.pem("CN=LATELINE", Instant.now(), Instant.now().plus(Duration.ofDays(45)))))));
        JsonNode act = ANNA.create("/api/parties/LATELINE/keys", Map.of("jwk", KEY.publicPart(), "purpose", "authentication", "validUntil", NEXT_YEAR));
        BO.create("/api/approvals/" + act.path("id").asText() + "/confirmation", Map.of());
    }

    @Test
    void isAPartyFromTheConfirmationOnAndIsToldWhatItsProfileSays() {
        long seed = HUB.freshSeed();
        TestParty line = new TestParty(HttpCaller.withToken(HUB.port(), KEY.credential("LATELINE")));

        line.submit(Voyages.cuscar(Voyages.shipments(1, seed), "Q" + seed));

        await().atMost(PATIENTLY).until(() -> server.toldAbout("UCI+Q" + seed + "+").size() == 1);
        assertThat(view().path("channel").asText()).isEqualTo("http");
        assertThat(view().path("environment").asText()).isEqualTo("live");
        assertThat(view().path("signingKeys").asInt()).isEqualTo(1);
        assertThat(HUB.party("HUBOPS").list("/api/alarms").stream().filter(alarm -> alarm.path("party").asText().equals("LATELINE")))
                .as("its certificate ends within 60 days").hasSize(1);
    }

    @Test
    void isLeftInPeaceOutsideOfItsScheduleAndToldEverythingAfterwards() {
        long seed = HUB.freshSeed();
        TestParty line = new TestParty(HttpCaller.withToken(HUB.port(), KEY.credential("LATELINE")));
        String later = Instant.now().plus(Duration.ofDays(3)).atZone(ZoneOffset.UTC).getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        confirmed(profile(Map.of("schedule", List.of(later), "zone", "UTC")));

        String interchange = line.submit(Voyages.cuscar(Voyages.shipments(1, seed), "R" + seed)).at("/interchanges/0/interchange/id").asText();
        assertThat(view().path("schedule").valueStream().map(JsonNode::asText)).containsExactly(later + " 00:00-24:00");
        assertThat(Instant.parse(view().path("opensAt").asText())).isAfter(Instant.now().plus(Duration.ofDays(1)));
        assertThat(line.list("/api/interchanges/" + interchange + "/deliveries")).allSatisfy(delivery -> {
            assertThat(delivery.path("state").asText()).isEqualTo("waiting");
            assertThat(delivery.path("attempts").asInt()).isZero();
        });
        assertThat(server.toldAbout("UCI+R" + seed + "+")).isEmpty();

        confirmed(profile(Map.of()));
        await().atMost(PATIENTLY).until(() -> server.toldAbout("UCI+R" + seed + "+").size() == 1);
        assertThat(view().has("opensAt")).isFalse();
    }

    @Test
    void takesTwoPersonsOfTheOperator() {
        Map<String, Object> profile = Map.of("party", "NOBODYYET", "roles", List.of("agent"));

        assertProblem(HUB.party("HUBOPS").call("POST", "/api/counterparts", profile), 403, "FORBIDDEN");
        assertProblem(HUB.party("HUBFWD.anna").call("POST", "/api/counterparts", profile), 403, "FORBIDDEN");
        String act = "/api/approvals/" + ANNA.create("/api/counterparts", profile).path("id").asText();
        assertProblem(ANNA.call("POST", act + "/confirmation", Map.of()), 403, "FORBIDDEN");
        assertProblem(HUB.party("HUBFWD.bo").call("POST", act + "/confirmation", Map.of()), 404, "NOT_FOUND");
        assertProblem(ANNA.get("/api/parties/NOBODYYET"), 404, "NOT_FOUND");
    }

    @Test
    void refusesAProfileThatCannotBeUsedAndSaysWhatWasExpected() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(Map.of(), Map.of("party", "X Y"), Map.of("party", "WRONG", "king", "me"),
                Map.of("party", "WRONG", "endpoint", "ftp://there"), Map.of("party", "WRONG", "dialects", Map.of("Manifest", "CUSCAR:Z:95B:UN")),
                Map.of("party", "WRONG", "quiet", List.of("Mon-Sun")), Map.of("party", "WRONG", "quiet", List.of("at night")),
                Map.of("party", "WRONG", "roles", List.of("king")), Map.of("party", "WRONG", "actsFor", List.of("HUBLINE")),
                Map.of("party", "WRONG", "certificates", List.of("none")), Map.of("party", "WRONG", "seal", "SM2 JWS"))) {
            assertProblem(ANNA.call("POST", "/api/counterparts", wrong), 400, "BODY_INVALID");
        }
        assertProblem(ANNA.http().post("/api/counterparts", "application/json", "[1]".getBytes(StandardCharsets.US_ASCII)), 400, "BODY_INVALID");
    }

    @Test
    void takesNoCodeFromAnother() {
        String act = "/api/approvals/" + ANNA.create("/api/counterparts", Map.of("party", "GREEDY", "codes", List.of("HUBLINE"))).path("id").asText();

        assertProblem(BO.call("POST", act + "/confirmation", Map.of()), 409, "NOT_POSSIBLE");
        assertProblem(ANNA.get("/api/parties/GREEDY"), 404, "NOT_FOUND");
    }

    private static Map<String, Object> profile(Map<String, Object> more) {
        Map<String, Object> profile = new HashMap<>(more);
        profile.putAll(Map.of("party", "LATELINE", "name", "Late Line", "environment", "live", "roles", List.of("carrier"), "codes", List.of("LTLN"),
                "endpoint", server.endpoint(), "dialects", Map.of("SyntaxReport", "CONTRL:D:3:UN")));
        return profile;
    }

    private static void confirmed(Map<String, Object> profile) {
        String act = ANNA.create("/api/counterparts", profile).path("id").asText();
        assertThat(BO.create("/api/approvals/" + act + "/confirmation", Map.of()).path("state").asText()).isEqualTo("done");
    }

    private static JsonNode view() {
        return Stream.of(ANNA).flatMap(operator -> operator.list("/api/counterparts?limit=200").stream())
                .filter(each -> each.path("party").asText().equals("LATELINE")).findFirst().orElseThrow();
    }
}
