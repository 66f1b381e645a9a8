package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.fixture.Fixtures;
import io.fairway.web.HttpCaller;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The port call of the demo, from the manifest to the gate. */
class VoyageTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final TestParty LINE = HUB.party("HUBLINE");
    private static final TestParty FORWARDER = HUB.party("HUBFWD");
    private static final TestParty TERMINAL = HUB.party("HUBTERM");
    private static final Counterpart CUSTOMS = HUB.counterpart("CNCUSTOMS");
    private static final String PUMPS = "HUBLRTM2600171";
    private static final String PAINT = "HUBLRTM2600172";
    private static final String LRN = "DEC260304-0007";

    @Test
    void bringsThePumpsOutOfTheGateAndKeepsThePaintBack() throws IOException {
        CUSTOMS.post("/script", new ObjectMapper().readTree(Fixtures.bytes("voyage/customs-script.json")));
        lodge();
        declare();
        assertThat(verdictOf(TERMINAL, "07-discharge-report.edi")).isEqualTo("accepted");
        proceed("examination", "duty_due");
        proceed("payment", "released");
        assertThat(verdictOf(LINE, "08-release-order.edi")).isEqualTo("accepted");
        awaitPumps("readyForPickup", "true");
        await().untilAsserted(() -> assertThat(HUB.counterpart("HUBTERM").toldAbout("DO7700551")).hasSize(1));
        assertThat(verdictOf(TERMINAL, "09-gate-out.edi")).isEqualTo("accepted");
        awaitPumps("position", "gated_out");
        proceed("exit", "closed");
        assertFinalStates();
    }

    private static void lodge() {
        JsonNode first = LINE.submit(Fixtures.bytes("voyage/01-manifest.edi"));
        assertThat(HttpCaller.json(LINE.post(Fixtures.bytes("voyage/02-manifest-repeat.edi"))).path("id")).isEqualTo(first.path("id"));
        await().until(() -> LINE.consignment(PAINT).at("/consignment/manifest").asText().equals("accepted"));
    }

    private static void declare() {
        assertThat(verdictOf(FORWARDER, "03-declaration-wrong-count.edi")).isEqualTo("rejected");
        assertThat(verdictOf(FORWARDER, "04-declaration-wrong-content.edi")).isEqualTo("rejected");
        assertThat(FORWARDER.list("/api/declarations?lrn=" + LRN)).isEmpty();
        assertThat(verdictOf(FORWARDER, "05-declaration.edi")).isEqualTo("accepted");
        assertThat(verdictOf(FORWARDER, "06-declaration-paint.edi")).isEqualTo("accepted");
        awaitStage(LRN, "document_check");
        awaitStage("DEC260304-0009", "rejected");
        attach("invoice-NZP-26-0311.pdf", "type=380&number=NZP-26-0311");
        attach("packing-list-NZP-26-0311P.pdf", "type=271&number=NZP-26-0311P");
        awaitStage(LRN, "examination");
    }

    private static void attach(String file, String what) {
        assertThat(FORWARDER.http().post("/api/attachments?lrn=" + LRN + "&" + what, "application/pdf", Fixtures.bytes("voyage/" + file))
                .statusCode()).isEqualTo(201);
    }

    private static String verdictOf(TestParty party, String file) {
        return party.submit(Fixtures.bytes("voyage/" + file)).at("/interchanges/0/interchange/verdict").asText();
    }

    private static void proceed(String signal, String stage) {
        CUSTOMS.post("/proceed", Map.of("lrn", LRN, "signal", signal));
        awaitStage(LRN, stage);
    }

    private static void awaitStage(String lrn, String stage) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(FORWARDER.list("/api/declarations?lrn=" + lrn))
                .extracting(declaration -> declaration.path("stage").asText()).containsExactly(stage));
    }

    private static void awaitPumps(String member, String value) {
        await().untilAsserted(() -> assertThat(LINE.consignment(PUMPS).at("/containers/0").path(member).asText()).isEqualTo(value));
    }

    private static void assertFinalStates() {
        JsonNode declaration = FORWARDER.list("/api/declarations?lrn=" + LRN).getFirst();
        assertThat(declaration.path("releaseNumber").asText()).isEqualTo("R2248260305001");
        assertThat(declaration.path("documentsOutstanding")).isEmpty();
        assertThat(LINE.consignment(PUMPS).at("/consignment/holds")).isEmpty();
        assertThat(LINE.consignment(PUMPS).at("/consignment/alerts")).isEmpty();
        JsonNode paint = LINE.consignment(PAINT).at("/containers/0");
        assertThat(paint.path("position").asText()).isEqualTo("in_yard");
        assertThat(paint.path("leaveAllowed").asBoolean()).isFalse();
        await().untilAsserted(() -> assertThat(HUB.counterpart("HUBLINE").toldAbout("HUA12345"))
                .filteredOn(told -> told.body().contains("HUBU2000016")).hasSize(1));
        assertThat(CUSTOMS.read("/unread").path("unread")).isEmpty();
    }
}
