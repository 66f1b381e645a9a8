package io.fairway.hub;

import static io.fairway.web.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.usecase.Digests;
import io.fairway.usecase.verification.Check;
import io.fairway.web.HttpCaller;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a bank is answered about a trade, on a hub without ledger; with one see io.fairway.title. */
class VerificationTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final TestParty LINE = HUB.party("HUBLINE");
    private static final TestParty FORWARDER = HUB.party("HUBFWD");
    private static final TestParty TERMINAL = HUB.party("HUBTERM");
    private static final TestParty BANK = HUB.party("HUBBANK.bo");
    private static final String NEXT_YEAR = Instant.now().plus(Duration.ofDays(365)).toString();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long SEED = HUB.freshSeed();
    private static final Shipment GONE = Shipment.of(SEED, 0);
    private static final Shipment ABROAD = Shipment.of(SEED, 1);
    private static final byte[] MANIFEST = Voyages.cuscar(List.of(GONE, ABROAD), "V" + SEED);
    private static String gone = "";
    private static String abroad = "";

    @BeforeAll
    static void aTradeThatWentThroughAndOneThatDidNotYet() {
        HUB.counterpart("CNCUSTOMS").post("/script", Map.of("declarations", List.of(Map.of("lrn", GONE.lrn(), "steps", List.of(
                Map.of("answer", "REGISTERED", "at", "2026-03-04T10:02:00+08:00"), Map.of("answer", "ACCEPTED", "at", "2026-03-04T10:31:00+08:00"),
                Map.of("answer", "RELEASED", "at", "2026-03-05T16:05:00+08:00", "says", Map.of("RELEASE", "R" + SEED)))))));
        LINE.submitAccepted(MANIFEST);
        FORWARDER.submitAccepted(Voyages.cusdec(GONE, "W" + SEED));
        TERMINAL.submitAccepted(Voyages.coarri(List.of(GONE), "X" + SEED));
        LINE.submitAccepted(Voyages.coreor(GONE, "Y" + SEED));
        gone = LINE.consignment(GONE.bill()).at("/consignment/id").asText();
        abroad = LINE.consignment(ABROAD.bill()).at("/consignment/id").asText();
        await().atMost(PATIENCE).until(() -> LINE.consignment(GONE.bill()).at("/containers/0/leaveAllowed").asBoolean());
        TERMINAL.submitAccepted(Voyages.codeco(GONE, "Z" + SEED));
        await().atMost(PATIENCE).until(() -> Stream.of("gated_out", "delivered").anyMatch(LINE.consignment(GONE.bill())
                .at("/containers/0/position").asText()::equals));
    }

    @Test
    void answersEachCheckForItselfWithWhereItStands() {
        String grant = grant(LINE, gone, false);
        grant(FORWARDER, gone, true);

        JsonNode answered = verified("?grant=" + grant + "&latestShipment=2026-03-31", MANIFEST);

        assertThat(results(answered).keySet()).containsExactlyInAnyOrderElementsOf(Stream.of(Check.values()).map(Check::word).toList());
        assertThat(results(answered)).containsAllEntriesOf(Map.of("document-unaltered", "MATCH", "parties", "MATCH", "ports", "MATCH", "goods",
                "MATCH", "quantity", "MATCH", "customs-released", "MATCH", "carrier-released", "MATCH", "gated-out", "MATCH"));
        assertThat(results(answered)).containsAllEntriesOf(Map.of("declaration", "MATCH", "gate-weight", "MATCH", "container-seals", "MATCH",
                "vessel", "MATCH", "no-holds", "MATCH", "plausible", "MATCH", "signature", "NOT_AVAILABLE", "holder", "NOT_AVAILABLE",
                "issuer", "NOT_AVAILABLE", "not-financed-before", "NOT_AVAILABLE"));
        JsonNode unaltered = check(answered, "document-unaltered").at("/evidence/0");
        assertThat(unaltered.path("document").asText()).isEqualTo(Digests.of(MANIFEST).value()).isEqualTo(answered.path("presented").asText());
        assertThat(unaltered.path("by").asText()).isEqualTo("HUBLINE");
        assertThat(check(answered, "gated-out").at("/evidence/0/by").asText()).isEqualTo("HUBTERM");
        assertThat(answered.path("ledgerBlock").asLong()).isEqualTo(-1);
        assertThat(BANK.read("/api/verifications/" + answered.path("id").asText())).isEqualTo(answered);
        assertThat(BANK.list("/api/verifications")).contains(answered);
    }

    @Test
    void findsOneFigureChangedInACopyAndDoesNotTellTheRightOne() {
        String grant = grant(LINE, gone, false);
        byte[] altered = replaced(MANIFEST, "CNT+7:" + GONE.grossKilograms() + ":KGM", "CNT+7:" + (GONE.grossKilograms() + 900) + ":KGM");

        JsonNode answered = verified("?grant=" + grant, altered);

        assertThat(results(answered)).containsAllEntriesOf(Map.of("document-unaltered", "MISMATCH", "quantity", "MISMATCH", "parties", "MATCH"));
        assertThat(check(answered, "quantity").at("/text/en").asText()).contains("gross weight").doesNotContain("packages");
        assertThat(check(answered, "quantity").path("text").toString()).doesNotContain(Integer.toString(GONE.grossKilograms()));
        assertThat(answered.toString()).doesNotContain("BLUE CRANE", "CENTRIFUGAL", GONE.lrn());
    }

    @Test
    void takesTheDigestInPlaceOfTheFileAndTheReferenceInPlaceOfTheGrant() {
        grant(LINE, gone, false);

        JsonNode answered = verified("?carrier=HUBLINE&bill=" + GONE.bill() + "&digest=" + Digests.of(MANIFEST).value(), new byte[0]);

        assertThat(results(answered)).containsAllEntriesOf(Map.of("document-unaltered", "MATCH", "parties", "NOT_AVAILABLE"));
    }

    @Test
    void callsWhatHasNotHappenedYetNotAvailableAndSaysSo() {
        JsonNode answered = verified("?grant=" + grant(LINE, abroad, false), new byte[0]);

        assertThat(results(answered)).containsAllEntriesOf(Map.of("customs-released", "NOT_AVAILABLE", "gated-out", "NOT_AVAILABLE", "declaration",
                "NOT_AVAILABLE", "document-unaltered", "NOT_AVAILABLE"));
        assertThat(check(answered, "gated-out").at("/text/en").asText()).contains("0 of 1");
    }

    @Test
    void showsTheGiverOfTheGrantWhoLookedAndWhen() {
        String grant = grant(LINE, abroad, false);

        verified("?grant=" + grant, new byte[0]);

        assertThat(LINE.list("/api/grants/" + grant + "/looks")).anySatisfy(look -> {
            assertThat(look.path("operation").asText()).isEqualTo("verification");
            assertThat(look.path("party").asText()).isEqualTo("HUBBANK");
            assertThat(look.path("person").asText()).isEqualTo("bo");
        });
    }

    @Test
    void answersWithoutAGrantAsIfThereWereNoSuchBill() {
        TestParty other = HUB.party("OTHERBANK");
        String grant = grant(LINE, gone, false);
        String reference = "?carrier=HUBLINE&bill=";

        assertProblem(ask(other, reference + GONE.bill(), MANIFEST), 404, "NOT_FOUND");
        assertProblem(ask(other, reference + "HUBLNEVER", MANIFEST), 404, "NOT_FOUND");
        assertProblem(ask(other, "?grant=" + grant, MANIFEST), 404, "NOT_FOUND");
        assertProblem(ask(other, "?grant=" + UUID.randomUUID(), MANIFEST), 404, "NOT_FOUND");
        assertProblem(ask(BANK, "?grant=" + grant + "&bill=" + ABROAD.bill(), MANIFEST), 404, "NOT_FOUND");
        JsonNode answered = verified("?grant=" + grant, new byte[0]);
        assertProblem(other.get("/api/verifications/" + answered.path("id").asText()), 404, "NOT_FOUND");
        assertThat(LINE.call("DELETE", "/api/grants/" + grant, Map.of()).statusCode()).isEqualTo(204);
        assertProblem(ask(BANK, "?grant=" + grant, MANIFEST), 404, "NOT_FOUND");
    }

    @Test
    void refusesWhatCannotBeAsked() {
        String reference = "?carrier=HUBLINE&bill=" + GONE.bill();

        assertProblem(ask(BANK, "", MANIFEST), 400, "PARAMETER_MISSING");
        assertProblem(ask(BANK, "?bill=" + GONE.bill(), MANIFEST), 400, "PARAMETER_MISSING");
        assertProblem(ask(BANK, reference + "&digest=abc", MANIFEST), 400, "PARAMETER_INVALID");
        assertProblem(ask(BANK, reference + "&latestShipment=March", MANIFEST), 400, "PARAMETER_INVALID");
        assertProblem(ask(BANK, reference + "&invoice=1&amount=much", MANIFEST), 400, "PARAMETER_INVALID");
        assertProblem(ask(BANK, reference + "&verdict=authentic", MANIFEST), 400, "PARAMETER_INVALID");
        assertProblem(ask(FORWARDER, reference, MANIFEST), 403, "FORBIDDEN");
    }

    private static String grant(TestParty owner, String consignment, boolean declarations) {
        return owner.create("/api/grants", Map.of("party", "HUBBANK", "consignment", consignment, "declarations", declarations,
                "validUntil", NEXT_YEAR)).path("id").asText();
    }

    private static HttpResponse<byte[]> ask(TestParty party, String terms, byte[] file) {
        return party.http().post("/api/verifications" + terms, "application/octet-stream", file);
    }

    private static JsonNode verified(String terms, byte[] file) {
        HttpResponse<byte[]> answer = ask(BANK, terms, file);
        assertThat(answer.statusCode()).as(TestParty.text(answer)).isEqualTo(201);
        return HttpCaller.json(answer);
    }

    private static Map<String, String> results(JsonNode answered) {
        Map<String, String> results = new TreeMap<>();
        answered.path("checks").forEach(check -> results.put(check.path("check").asText(), check.path("result").asText()));
        return results;
    }

    private static JsonNode check(JsonNode answered, String name) {
        return answered.path("checks").valueStream().filter(check -> check.path("check").asText().equals(name)).findFirst().orElseThrow();
    }

    private static byte[] replaced(byte[] document, String old, String other) {
        String text = new String(document, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(old);
        return text.replace(old, other).getBytes(StandardCharsets.ISO_8859_1);
    }
}
