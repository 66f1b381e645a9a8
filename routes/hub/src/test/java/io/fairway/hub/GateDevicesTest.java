package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Devices without heartbeat, with a wrong clock or that send nonsense are shown as such, and what they say does not count. Lane OUT07 is theirs. */
class GateDevicesTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final String LANE = "/api/gates/OUT07";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static JsonNode say(String device, String kind, Instant at, Map<String, ?> members) {
        return HUB.party("HUBGATE").create(LANE + "/readings", reading(device, kind, at, members));
    }

    private static Map<String, Object> reading(String device, String kind, Instant at, Map<String, ?> members) {
        Map<String, Object> reading = new LinkedHashMap<>(members);
        reading.putAll(Map.of("device", device + "-OUT-07", "kind", kind, "at", at.toString()));
        return reading;
    }

    private static JsonNode device(String name) {
        return HUB.party("HUBTERM").read(LANE + "/devices").path("items").valueStream()
                .filter(device -> device.path("device").asText().equals(name + "-OUT-07")).findFirst().orElseThrow();
    }

    private static void awaitAlarm(String device, String kind) {
        await().atMost(PATIENCE).until(() -> HUB.party("HUBTERM").read(LANE + "/alarms").path("items").valueStream().anyMatch(alarm ->
                alarm.path("device").asText().equals(device + "-OUT-07") && alarm.path("kind").asText().equals(kind)));
    }

    @Test
    void missesTheHeartbeatOfADeviceThatGaveOneAndTakesItBackWithTheNext() {
        assertThat(say("RPM", "heartbeat", Instant.now(), Map.of("everySeconds", 1)).path("state").asText()).isEqualTo("alive");
        await().atMost(PATIENCE).until(() -> device("RPM").path("state").asText().equals("SILENT"));
        awaitAlarm("RPM", "DEVICE_SILENT");
        assertThat(device("RPM").path("counts").asBoolean()).isFalse();
        assertThat(device("RPM").at("/text/zh").asText()).contains("心跳");

        say("RPM", "heartbeat", Instant.now(), Map.of("everySeconds", 300));
        assertThat(device("RPM").path("state").asText()).isEqualTo("SOUND");
        assertThat(device("KIOSK").path("state").asText()).isEqualTo("UNWATCHED");
    }

    @Test
    void doesNotCountADeviceWithAWrongClockAndOneThatSendsNonsenseInItsDecisions() {
        say("LPR", "lpr", Instant.now().minusSeconds(7_200), Map.of("plate", "HUA70001", "confidence", 0.98));
        assertThat(device("LPR").path("state").asText()).isEqualTo("CLOCK_DRIFTS");
        assertThat(device("LPR").path("driftMilliseconds").asLong()).isGreaterThan(7_000_000);
        for (int i = 0; i < 5; i++) {
            assertThat(HUB.party("HUBGATE").call("POST", LANE + "/readings", reading("WB", "weight", Instant.now(), Map.of("grossKg", "heavy")))
                    .statusCode()).isEqualTo(400);
        }
        assertThat(device("WB").path("state").asText()).isEqualTo("NONSENSE");
        awaitAlarm("LPR", "DEVICE_CLOCK");
        awaitAlarm("WB", "DEVICE_NONSENSE");

        JsonNode decided = aTruck();
        String record = HUB.party("HUBTERM").read(LANE + "/transactions/" + decided.path("transaction").asText()).at("/revisions/0/record").toString();
        assertThat(record).contains("DEVICE_DOES_NOT_COUNT", "WB-OUT-07", "NOT_WEIGHED");
        assertThat(device("LPR").path("state").asText()).isEqualTo("UNWATCHED");
    }

    /** Its plate is read by a camera whose clock goes right again. */
    private static JsonNode aTruck() {
        say("LOOP", "loop", Instant.now(), Map.of("state", "ENTERED"));
        say("LPR", "lpr", Instant.now(), Map.of("plate", "HUA70001", "confidence", 0.98));
        say("OCR", "ocr", Instant.now(), Map.of("containers", List.of(Map.of("position", "F", "number", "MSKU7000013", "confidence", 0.99))));
        say("ESEAL", "eseal", Instant.now(), Map.of("sealId", "HB000001", "state", "SEALED"));
        say("RPM", "radiation", Instant.now(), Map.of("gammaAlarm", false, "neutronAlarm", false, "tamper", false, "gammaBackground", 812));
        say("KIOSK", "driver", Instant.now(), Map.of("driver", "D3101"));
        JsonNode decided = say("WB", "weight", Instant.now(), Map.of("grossKg", 30_000, "stable", true)).path("decision");
        say("LOOP", "loop", Instant.now(), Map.of("state", "LEFT"));
        return decided;
    }

    @Test
    void showsThemToTheirTerminalAlone() {
        assertThat(HUB.party("OTHERTERM").get(LANE + "/devices").statusCode()).isEqualTo(404);
        assertThat(HUB.party("HUBHAUL").get(LANE + "/devices").statusCode()).isEqualTo(403);
        assertThat(HUB.party("HUBGATE").call("POST", LANE + "/readings", reading("RPM", "heartbeat", Instant.now(), Map.of("everySeconds", 0)))
                .statusCode()).isEqualTo(400);
    }
}
