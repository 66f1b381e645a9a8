package io.fairway.hub;

import static io.fairway.web.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.web.HttpCaller;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Registration, standing and enrolled keys on the whole hub. */
class RegistrationTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final TestParty OPERATOR = HUB.party("HUBOPS.anna");
    private static final String NEXT_YEAR = Instant.now().plus(Duration.ofDays(365)).toString();
    private static final byte[] WORDS = "words".getBytes(StandardCharsets.US_ASCII);

    @Test
    void aSuspendedPartyReadsWhatIsItsOwnAndDoesNothing() {
        TestParty haulier = HUB.party("OTHERHAUL");
        String kept = haulier.submit(WORDS).path("id").asText();

        decide("OTHERHAUL", "suspended");
        assertProblem(haulier.post("other words".getBytes(StandardCharsets.US_ASCII)), 403, "PARTY_SUSPENDED");
        assertProblem(haulier.call("POST", "/api/mandates", Map.of("agent", "HUBFWD", "validUntil", NEXT_YEAR)), 403, "PARTY_SUSPENDED");
        assertThat(haulier.get("/api/transmissions/" + kept).statusCode()).isEqualTo(200);

        decide("OTHERHAUL", "active");
        assertThat(haulier.post(WORDS).statusCode()).isEqualTo(200);
    }

    @Test
    void aPartyPastItsLastDayDoesNothingAndOneThatEndedIsNobody() {
        register(HUB.party("HUBHAUL.anna"), "TRUCK-7", "vehicle");
        decide("TRUCK-7", "active");
        decide("TRUCK-7", "ended");
        assertProblem(OPERATOR.call("PUT", "/api/parties/TRUCK-7/status", Map.of("status", "active")), 409, "NOT_POSSIBLE");

        OPERATOR.call("PUT", "/api/parties/OTHERMSA/status", Map.of("status", "active", "validUntil", "2026-01-01T00:00:00Z"));
        assertProblem(HUB.party("OTHERMSA").post(WORDS), 403, "PARTY_EXPIRED");
        decide("OTHERMSA", "active");
    }

    @Test
    void anAdministratorAppliesForItsOwnAndTheOperatorForEnterprises() {
        var driver = Map.of("id", "DRIVER-1", "kind", "driver", "name", "A driver", "environment", "live");
        var enterprise = Map.of("id", "NEWLINE", "kind", "enterprise", "name", "New Line", "roles", List.of("carrier"), "codes", List.of("NEWL"));

        assertProblem(HUB.party("HUBHAUL.bo").call("POST", "/api/parties", driver), 403, "FORBIDDEN");
        assertProblem(HUB.party("HUBHAUL.anna").call("POST", "/api/parties", enterprise), 403, "FORBIDDEN");
        JsonNode applied = HUB.party("HUBHAUL.anna").create("/api/parties", driver);
        assertThat(applied.path("status").asText()).isEqualTo("pending");
        assertThat(applied.path("organisation").asText()).isEqualTo("HUBHAUL");
        assertThat(applied.path("registeredBy").asText()).isEqualTo("HUBHAUL/anna");
        assertThat(OPERATOR.create("/api/parties", enterprise).path("organisation").asText()).isEqualTo("NEWLINE");

        assertProblem(HUB.party("HUBHAUL.anna").call("POST", "/api/parties", driver), 409, "NOT_POSSIBLE");
        assertProblem(HUB.party("OTHERHAUL.anna").call("POST", "/api/parties", driver), 409, "NOT_POSSIBLE");
        assertProblem(HUB.party("HUBHAUL.anna").call("POST", "/api/parties", Map.of("id", "DRIVER-2", "kind", "driver", "name", "x", "roles",
                List.of("operator"))), 409, "NOT_POSSIBLE");
        assertProblem(HUB.party("HUBHAUL.anna").call("POST", "/api/parties", Map.of("kind", "driver")), 400, "BODY_INVALID");
        assertProblem(HUB.party("HUBHAUL.anna").call("POST", "/api/parties", Map.of("id", "DRIVER-3", "king", "me")), 400, "BODY_INVALID");
        assertProblem(HUB.party("HUBHAUL.anna").call("PUT", "/api/parties/DRIVER-1/status", Map.of("status", "active")), 403, "FORBIDDEN");
    }

    @Test
    void aDeviceGoesOnWithItsOwnKeyUntilThatIsRevokedOrItsOrganisationIsStopped() {
        TestParty anna = HUB.party("OTHERTERM.anna");
        TestKeys key = TestKeys.fresh();
        anna.create("/api/parties", Map.of("id", "GATE-9", "kind", "device", "name", "Gate 9", "roles", List.of("gate_device"), "environment", "live"));
        String keyId = enrol(anna, HUB.party("OTHERTERM.bo"), "GATE-9", key);

        assertThat(alarms(key.credential("GATE-9"))).as("not approved yet").isEqualTo(401);
        decide("GATE-9", "active");
        assertThat(alarms(key.credential("GATE-9"))).isEqualTo(200);
        assertThat(HttpCaller.withToken(HUB.port(), key.credential("GATE-9")).get("/api/consignments").statusCode()).isEqualTo(403);
        refusesForgedCredentials(key);

        decide("OTHERTERM", "suspended");
        assertProblem(HttpCaller.withToken(HUB.port(), key.credential("GATE-9")).post("/api/mandates", "application/json", WORDS), 403, "PARTY_SUSPENDED");
        decide("OTHERTERM", "active");

        assertThat(anna.call("DELETE", "/api/parties/GATE-9/keys/" + keyId, Map.of()).statusCode()).isEqualTo(204);
        assertThat(alarms(key.credential("GATE-9"))).isEqualTo(401);
        assertThat(anna.list("/api/parties/GATE-9/keys").getFirst().path("revokedAt").asText()).isNotEmpty();
    }

    private static void refusesForgedCredentials(TestKeys key) {
        Instant now = Instant.now();
        assertThat(alarms(key.credential("OTHERTERM"))).as("another party's name").isEqualTo(401);
        assertThat(alarms(TestKeys.fresh().credential("GATE-9"))).as("a key nobody enrolled").isEqualTo(401);
        assertThat(alarms(key.credential("GATE-9", claims -> claims.audience("other")))).isEqualTo(401);
        assertThat(alarms(key.credential("GATE-9", claims -> claims.subject("urn:fairway:party:OTHERTERM")))).isEqualTo(401);
        assertThat(alarms(key.credential("GATE-9", claims -> claims.expirationTime(Date.from(now.plusSeconds(3_600)))))).as("too long").isEqualTo(401);
        assertThat(alarms(key.credential("GATE-9", claims -> claims.issueTime(Date.from(now.minusSeconds(200)))
                .expirationTime(Date.from(now.minusSeconds(1)))))).as("past by a second").isEqualTo(401);
        assertThat(alarms(key.credential("GATE-9", claims -> claims.expirationTime(null)))).isEqualTo(401);
        assertThat(alarms(key.critical("GATE-9"))).isEqualTo(401);
        assertThat(alarms(key.unsigned("GATE-9"))).isEqualTo(401);
        assertThat(alarms(key.confused("GATE-9"))).isEqualTo(401);
    }

    @Test
    void aKeyThatEndsSoonIsAnAlarmOfItsPartyAndOfTheOperatorOnly() {
        TestKeys key = TestKeys.fresh();
        String soon = Instant.now().plus(Duration.ofDays(20)).toString();
        JsonNode act = HUB.party("HUBMSA.anna").create("/api/parties/HUBMSA/keys",
                Map.of("jwk", key.publicPart(), "purpose", "signing", "validUntil", soon));
        HUB.party("HUBMSA.bo").create("/api/approvals/" + act.path("id").asText() + "/confirmation", Map.of());

        assertThat(HUB.party("HUBMSA").list("/api/alarms")).singleElement().satisfies(alarm -> {
            assertThat(alarm.path("kind").asText()).isEqualTo("KEY_ENDING");
            assertThat(alarm.path("daysLeft").asInt()).isEqualTo(19);
        });
        assertThat(OPERATOR.list("/api/alarms")).extracting(alarm -> alarm.path("party").asText()).contains("HUBMSA");
        assertThat(HUB.party("HUBLINE").list("/api/alarms")).extracting(alarm -> alarm.path("party").asText()).doesNotContain("HUBMSA");
    }

    @Test
    void aCertificateIsEnrolledWithItsKeyAndEndsWhenItEnds() {
        TestParty anna = HUB.party("OTHERMSA.anna");
        String pem = TestCertificates.pem("CN=OTHERMSA", Instant.now(), Instant.now().plus(Duration.ofDays(45)));
        JsonNode act = anna.create("/api/parties/OTHERMSA/keys", Map.of("certificate", pem, "purpose", "signing"));
        HUB.party("OTHERMSA.bo").create("/api/approvals/" + act.path("id").asText() + "/confirmation", Map.of());

        assertThat(HUB.party("OTHERMSA").list("/api/alarms")).singleElement().satisfies(alarm ->
                assertThat(alarm.path("daysLeft").asInt()).isEqualTo(44));
        for (Map<String, String> wrong : List.of(Map.of("certificate", pem, "purpose", "signing", "validUntil", NEXT_YEAR),
                Map.of("certificate", "no certificate", "purpose", "signing"), Map.of("purpose", "signing", "validUntil", NEXT_YEAR),
                Map.of("certificate", pem, "jwk", TestKeys.fresh().publicPart(), "purpose", "signing"),
                Map.of("jwk", TestKeys.fresh().publicPart(), "purpose", "signing"))) {
            assertProblem(anna.call("POST", "/api/parties/OTHERMSA/keys", wrong), 400, "BODY_INVALID");
        }
    }

    @Test
    void refusesKeysThatAreWeakPrivateOrNotKeys() {
        TestParty anna = HUB.party("HUBLINE.anna");
        for (String jwk : List.of("{}", "nonsense", TestKeys.fresh().key().toJSONString(),
                "{\"kty\":\"oct\",\"k\":\"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T\"}")) {
            assertProblem(anna.call("POST", "/api/parties/HUBLINE/keys", Map.of("jwk", jwk, "purpose", "signing", "validUntil", NEXT_YEAR)),
                    400, "BODY_INVALID");
        }
        assertProblem(anna.call("POST", "/api/parties/OTHERLINE/keys", Map.of()), 404, "NOT_FOUND");
    }

    /** @return id of the key */
    private static String enrol(TestParty first, TestParty second, String party, TestKeys key) {
        JsonNode act = first.create("/api/parties/" + party + "/keys",
                Map.of("jwk", key.publicPart(), "purpose", "authentication", "validUntil", NEXT_YEAR));
        assertThat(alarms(key.credential(party))).as("not confirmed yet").isEqualTo(401);
        second.create("/api/approvals/" + act.path("id").asText() + "/confirmation", Map.of());
        return first.list("/api/parties/" + party + "/keys").getFirst().path("id").asText();
    }

    private static int alarms(String token) {
        return HttpCaller.withToken(HUB.port(), token).get("/api/alarms").statusCode();
    }

    private static void register(TestParty administrator, String id, String kind) {
        administrator.create("/api/parties", Map.of("id", id, "kind", kind, "name", id, "environment", "live"));
    }

    private static void decide(String party, String status) {
        assertThat(OPERATOR.call("PUT", "/api/parties/" + party + "/status", Map.of("status", status, "reason", "a test")).statusCode()).isEqualTo(200);
    }
}
