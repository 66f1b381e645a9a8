package io.fairway.hub;

import static io.fairway.web.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One acts for another only with a registered mandate that has not ended. */
class MandateTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final TestParty LINE = HUB.party("HUBLINE");
    private static final String NEXT_YEAR = Instant.now().plus(Duration.ofDays(365)).toString();

    @Test
    void anAgentLodgesTheManifestOfTheCarrierThatAppointedIt() {
        Shipment shipment = Shipment.of(HUB.freshSeed(), 0);

        JsonNode accepted = HUB.party("HUBAGT").submitAccepted(manifestBy("HUBAGT", shipment, "A"));

        assertThat(facts(accepted)).containsExactly("applied");
        await().until(() -> LINE.list("/api/consignments?bill=" + shipment.bill()).size() == 1);
    }

    @Test
    void anAgentWithoutMandateOrWithOneThatWasWithdrawnIsRefused() {
        Shipment shipment = Shipment.of(HUB.freshSeed(), 0);
        assertThat(facts(HUB.party("OTHERAGT").submitAccepted(manifestBy("OTHERAGT", shipment, "B")))).containsExactly("refused");

        String mandate = LINE.create("/api/mandates", Map.of("agent", "OTHERAGT", "validUntil", NEXT_YEAR)).path("id").asText();
        assertThat(facts(HUB.party("OTHERAGT").submitAccepted(manifestBy("OTHERAGT", shipment, "C")))).containsExactly("applied");

        assertProblem(HUB.party("OTHERAGT").call("DELETE", "/api/mandates/" + mandate, Map.of()), 404, "NOT_FOUND");
        assertThat(LINE.call("DELETE", "/api/mandates/" + mandate, Map.of()).statusCode()).isEqualTo(204);
        Shipment later = Shipment.of(HUB.freshSeed(), 0);
        assertThat(facts(HUB.party("OTHERAGT").submitAccepted(manifestBy("OTHERAGT", later, "D")))).containsExactly("refused");
    }

    @Test
    void aForwarderDeclaresForARegisteredImporterOnlyWithItsMandate() {
        Shipment shipment = Shipment.of(HUB.freshSeed(), 0);
        LINE.submitAccepted(Voyages.cuscar(List.of(shipment), "E" + shipment.lrn().substring(3)));

        JsonNode refused = HUB.party("HUBFWD").submitAccepted(declarationFor("OTHERHAUL", shipment, "F"));
        assertThat(facts(refused)).containsExactly("refused");
        assertThat(refused.toString()).contains("MANDATE_MISSING");

        HUB.party("OTHERHAUL").create("/api/mandates", Map.of("agent", "HUBFWD", "validUntil", NEXT_YEAR));
        assertThat(facts(HUB.party("HUBFWD").submitAccepted(declarationFor("OTHERHAUL", shipment, "H")))).containsExactly("applied");
    }

    @Test
    void aMandateNamesAnotherRegisteredPartyAndATimeToCome() {
        assertProblem(LINE.call("POST", "/api/mandates", Map.of("agent", "HUBLINE", "validUntil", NEXT_YEAR)), 409, "NOT_POSSIBLE");
        assertProblem(LINE.call("POST", "/api/mandates", Map.of("agent", "NOBODY", "validUntil", NEXT_YEAR)), 409, "NOT_POSSIBLE");
        assertProblem(LINE.call("POST", "/api/mandates", Map.of("agent", "HUBAGT", "validUntil", "2020-01-01T00:00:00Z")), 409, "NOT_POSSIBLE");
    }

    private static List<String> facts(JsonNode interchange) {
        return interchange.path("facts").findValuesAsText("state");
    }

    private static byte[] manifestBy(String agent, Shipment shipment, String letter) {
        return changed(Voyages.cuscar(List.of(shipment), letter + shipment.lrn().substring(3)), "+HUBLINE+", "+" + agent + "+");
    }

    private static byte[] declarationFor(String importer, Shipment shipment, String letter) {
        return changed(Voyages.cusdec(shipment, letter + shipment.lrn().substring(3)), "913101150000000000", importer);
    }

    private static byte[] changed(byte[] document, String from, String to) {
        return new String(document, StandardCharsets.ISO_8859_1).replaceFirst(java.util.regex.Pattern.quote(from), to).getBytes(StandardCharsets.ISO_8859_1);
    }
}
