package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Fixtures;
import io.fairway.fixture.Shipment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Exports come in by the gate: announced by their carrier, weighed by their shipper, and told to carrier and customs. */
class GateInTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int TARE = 14_660;
    private static final int VERIFIED = 14_650;

    private final String container = Shipment.of(HUB.freshSeed(), 0).container();

    private void submit(String party, String fixture, String reference) {
        String name = reference.charAt(0) + container.substring(4);
        byte[] text = Fixtures.text(fixture).replace(reference, name).replace("HUBU3007777", container).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(HUB.party(party).submitAccepted(text)).isNotNull();
    }

    private void announce() {
        submit("HUBLINE", "gate/export-announcement.edi", "CX0001");
    }

    private void verifyMass() {
        submit("HUBFWD", "gate/export-verified-mass.edi", "VX0001");
    }

    private void book(String plate) {
        Instant now = Instant.now();
        HUB.party("HUBHAUL").create("/api/appointments", Map.of("terminal", "HUBTERM", "container", container, "purpose", "delivery", "plate", plate,
                "driver", "D3101", "tareKilograms", TARE, "from", now.minusSeconds(600).toString(), "until", now.plusSeconds(3_600).toString()));
    }

    private static JsonNode say(String device, String kind, Map<String, ?> members) {
        Map<String, Object> reading = new LinkedHashMap<>(members);
        reading.putAll(Map.of("device", device + "-IN-01", "kind", kind, "at", Instant.now().toString()));
        return HUB.party("HUBGATE").create("/api/gates/IN01/readings", reading);
    }

    private JsonNode comes(String plate, String seal, int kilograms) {
        say("LOOP", "loop", Map.of("state", "ENTERED"));
        say("LPR", "lpr", Map.of("plate", plate, "confidence", 0.98));
        say("OCR", "ocr", Map.of("containers", List.of(Map.of("position", "F", "number", container, "sizeType", "22G1", "confidence", 0.99))));
        say("ESEAL", "eseal", Map.of("sealId", seal, "state", "SEALED"));
        say("RPM", "radiation", Map.of("gammaAlarm", false, "neutronAlarm", false, "tamper", false, "gammaBackground", 812));
        JsonNode decision = say("WB", "weight", Map.of("grossKg", kilograms, "stable", true)).path("decision");
        say("LOOP", "loop", Map.of("state", "LEFT"));
        return decision;
    }

    private static String explained(JsonNode decision) {
        return new String(HUB.party("HUBTERM").get("/api/gates/IN01/transactions/" + decision.path("transaction").asText()).body(),
                StandardCharsets.UTF_8);
    }

    @Test
    void letsAnAnnouncedExportInAndTellsItsCarrierAndCustoms() {
        announce();
        verifyMass();
        book("HUA80001");

        JsonNode decision = comes("HUA80001", "HB778812", TARE + VERIFIED);

        assertThat(decision.path("permission").asText()).as(explained(decision)).isEqualTo("OPEN");
        assertThat(explained(decision)).contains("BOOKING_OPEN", "BK7700123", "WEIGHT_AGREES");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(HUB.counterpart("HUBLINE").toldAbout(container)).anyMatch(told ->
                told.body().contains("CODECO")));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(HUB.counterpart("CNCUSTOMS").toldAbout(container)).anyMatch(told ->
                told.body().contains("MT3101")));
    }

    @Test
    void refusesWhatNobodyAnnouncedOrVerifiedAndHoldsTheWrongSealAndTheWrongWeight() {
        book("HUA80002");
        assertThat(explained(comes("HUA80002", "HB778812", TARE + VERIFIED))).contains("\"REFUSE\"", "NO_BOOKING");
        announce();
        assertThat(explained(comes("HUA80002", "HB990021", TARE + VERIFIED))).contains("\"REFUSE\"", "NO_VERIFIED_MASS");
        verifyMass();

        JsonNode wrongSeal = comes("HUA80002", "XX000001", TARE + VERIFIED);
        JsonNode wrongWeight = comes("HUA80002", "HB778812", TARE + VERIFIED + 1_001);

        assertThat(explained(wrongSeal)).contains("WRONG_SEAL");
        assertThat(wrongSeal.path("permission").asText()).isEqualTo("HOLD");
        assertThat(explained(wrongWeight)).contains("WEIGHT_DISAGREES");
        assertThat(wrongWeight.path("permission").asText()).isEqualTo("HOLD");
    }
}
