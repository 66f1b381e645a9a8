package io.fairway.hub;

import static io.fairway.web.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.signing.evidence.EvidenceVerdict;
import io.fairway.web.HttpCaller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From a ship's manifest to the barrier: devices speak, the gate decides and explains, and the clearance hears of it. */
class GateTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final TestParty DEVICES = HUB.party("HUBGATE");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String READINGS = "/api/gates/OUT03/readings";

    private static Shipment readyForPickUp(String plate) {
        Shipment shipment = Shipment.of(HUB.freshSeed(), 0);
        String name = shipment.bill().substring(4);
        HUB.party("HUBLINE").submitAccepted(Voyages.cuscar(List.of(shipment), "M" + name));
        HUB.party("HUBFWD").submitAccepted(Voyages.cusdec(shipment, "D" + name));
        HUB.party("HUBTERM").submitAccepted(Voyages.coarri(List.of(shipment), "A" + name));
        HUB.party("HUBLINE").submitAccepted(validForYears(Voyages.coreor(shipment, "R" + name)));
        await().atMost(Duration.ofSeconds(90)).until(() -> HUB.party("HUBLINE").consignment(shipment.bill()).at("/containers/0/readyForPickup")
                .asBoolean());
        book(shipment, plate);
        return shipment;
    }

    private static byte[] validForYears(byte[] order) {
        return new String(order, StandardCharsets.ISO_8859_1).replace("DTM+400:2026", "DTM+400:2096").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static JsonNode book(Shipment shipment, String plate) {
        Instant now = Instant.now();
        return HUB.party("HUBHAUL").create("/api/appointments", Map.of("terminal", "HUBTERM", "container", shipment.container(), "plate", plate,
                "driver", "D3101", "tareKilograms", 14_660, "from", now.minusSeconds(600).toString(), "until", now.plusSeconds(3_600).toString()));
    }

    private static Map<String, Object> reading(String device, String kind, Object... members) {
        Map<String, Object> reading = new LinkedHashMap<>(Map.of("device", device + "-OUT-03", "kind", kind, "at", Instant.now().toString()));
        for (int i = 0; i < members.length; i += 2) {
            reading.put((String) members[i], members[i + 1]);
        }
        return reading;
    }

    /** Every device but the weighbridge. */
    private static void comes(Shipment shipment, String plate, String seal) {
        say(reading("LOOP", "loop", "state", "ENTERED"));
        say(reading("LPR", "lpr", "plate", plate, "confidence", 0.98));
        say(reading("OCR", "ocr", "containers", List.of(Map.of("position", "F", "number", shipment.container(), "sizeType", "22G1",
                "confidence", 0.99))));
        say(reading("ESEAL", "eseal", "sealId", seal, "state", "SEALED"));
        say(reading("RPM", "radiation", "gammaAlarm", false, "neutronAlarm", false, "tamper", false, "gammaBackground", 812));
        say(reading("KIOSK", "driver", "driver", "D3101"));
    }

    private static JsonNode say(Map<String, Object> reading) {
        return DEVICES.create(READINGS, reading);
    }

    private static JsonNode weighs(Shipment shipment) {
        return say(reading("WB", "weight", "grossKg", 14_660 + shipment.grossKilograms() + 2_200, "stable", true)).path("decision");
    }

    @Test
    void opensForTheBookedTruckExplainsWhyAndTellsTheClearanceWhenItHasLeft() throws Exception {
        Shipment shipment = readyForPickUp("HUA12345");
        comes(shipment, "HUA12345", shipment.seal());

        JsonNode decision = weighs(shipment);
        assertThat(decision.path("permission").asText()).as(explained(decision)).isEqualTo("OPEN");
        assertThat(explained(decision)).contains("\"rule\":\"CUSTOMS\"", "difference 0 kg", "\"origin\":\"RPM-OUT-03\"");
        say(reading("LOOP", "loop", "state", "LEFT"));
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(HUB.party("HUBLINE").consignment(shipment.bill())
                .at("/containers/0/position").asText()).isEqualTo("gated_out"));
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(HUB.counterpart("HUBLINE").toldAbout(shipment.container())).anyMatch(told ->
                told.body().contains("CODECO")));
        GateSheets.areReceiptsForWhatWentThrough(decision.path("transaction").asText(), shipment.container(), shipment.seal());
    }

    @Test
    void holdsTheWrongSealAndTheWrongTruckAndKeepsWhatItSaid() {
        Shipment shipment = readyForPickUp("HUA22222");
        comes(shipment, "HUA22222", "HB000001");
        JsonNode wrongSeal = weighs(shipment);
        // it backs out of the lane, so that no loop says that it has left
        comes(shipment, "HUA99999", shipment.seal());
        JsonNode wrongTruck = weighs(shipment);
        say(reading("LOOP", "loop", "state", "LEFT"));

        assertThat(wrongSeal.path("permission").asText()).isEqualTo("HOLD");
        assertThat(wrongSeal.at("/display/zh").asText()).contains("封志");
        assertThat(explained(wrongSeal)).contains("WRONG_SEAL");
        assertThat(explained(wrongTruck)).contains("NOT_THE_BOOKED_TRUCK").doesNotContain("WRONG_SEAL");
        assertThat(HUB.party("HUBLINE").consignment(shipment.bill()).at("/containers/0/position").asText()).isNotEqualTo("gated_out");
    }

    @Test
    void tightensForALateAlarmAndRefusesOthersDevicesLanesAndReaders() {
        Shipment shipment = readyForPickUp("HUA33333");
        comes(shipment, "HUA33333", shipment.seal());
        JsonNode opened = weighs(shipment);
        JsonNode alarm = say(reading("RPM", "radiation", "gammaAlarm", true, "neutronAlarm", false, "tamper", false, "gammaBackground", 812));

        assertThat(opened.path("permission").asText()).isEqualTo("OPEN");
        assertThat(alarm.at("/decision/permission").asText()).isEqualTo("HOLD");
        say(reading("LOOP", "loop", "state", "LEFT"));
        String path = "/api/gates/OUT03/transactions/" + opened.path("transaction").asText();
        assertThat(HUB.party("HUBTERM").read(path).path("revisions")).hasSize(2);
        assertThat(alarms(opened.path("transaction").asText())).containsExactlyInAnyOrder("TIGHTENED", "BARRIER_BREACH");
        assertThat(status("OTHERTERM.anna", "GET", "/api/gates/OUT03/alarms")).isEqualTo(404);
        assertThat(status("HUBHAUL", "GET", "/api/gates/OUT03/alarms")).isEqualTo(403);
        assertThat(HUB.party("HUBHAUL").get(path).statusCode()).isEqualTo(200);
        assertThat(HUB.party("OTHERHAUL").get(path).statusCode()).isEqualTo(404);
        assertThat(HUB.party("OTHERTERM").get(path).statusCode()).isEqualTo(404);
        assertThat(status("OTHERGATE", READINGS, reading("LPR", "lpr", "plate", "X", "confidence", 1))).isEqualTo(404);
        assertThat(status("HUBGATE", READINGS, reading("LPR2", "lpr", "plate", "X", "confidence", 1))).isEqualTo(400);
        assertThat(status("HUBGATE", "/api/gates/OUT04/readings", reading("LPR", "lpr", "plate", "X", "confidence", 1))).isEqualTo(404);
        assertThat(status("HUBGATE", READINGS, reading("RPM", "radiation", "gammaBackground", 812))).isEqualTo(400);
    }

    private static List<String> alarms(String transaction) {
        return HUB.party("HUBTERM").read("/api/gates/OUT03/alarms").path("items").valueStream()
                .filter(alarm -> alarm.path("transaction").asText().equals(transaction)).map(alarm -> alarm.path("kind").asText()).toList();
    }

    @Test
    void revokesAPassWithinSecondsAndListsForPeopleWhereTheAgentOpenedOnItMeanwhile() {
        Shipment shipment = readyForPickUp("HUA88888");
        JsonNode booked = HUB.party("HUBHAUL").read("/api/appointments").path("items").valueStream()
                .filter(each -> each.path("container").asText().equals(shipment.container())).findFirst().orElseThrow();
        await().atMost(Duration.ofSeconds(90)).until(() -> passOf(shipment.container()).isPresent());
        String pass = passOf(shipment.container()).orElseThrow();
        comes(shipment, "HUA88888", "HB000001");
        ObjectNode record = (ObjectNode) HUB.party("HUBTERM").read("/api/gates/OUT03/transactions/" + weighs(shipment).path("transaction").asText())
                .at("/revisions/0/record");

        long since = System.nanoTime();
        assertThat(HUB.party("HUBHAUL").call("DELETE", "/api/appointments/" + booked.path("id").asText(), Map.of()).statusCode()).isLessThan(300);
        await().atMost(Duration.ofSeconds(90)).until(() -> news().stream().anyMatch(news -> news.path("revokes").asText().equals(pass)));
        System.out.println("A revocation could be fetched by the agent after " + Duration.ofNanos(System.nanoTime() - since).toMillis() + " ms");
        String name = "GO-" + shipment.container();
        record.put("permission", "OPEN").put("transaction", name).put("decidedAt", Instant.now().toString());
        Map<String, Object> late = JSON.convertValue(record, new TypeReference<>() { });

        assertThat(DEVICES.create("/api/gates/OUT03/deliveries", late).path("state").asText()).isEqualTo("taken");
        assertThat(DEVICES.create("/api/gates/OUT03/deliveries", late).path("state").asText()).isEqualTo("repeat");
        assertThat(alarms(name)).containsExactly("REVOKED_DURING_OUTAGE");
        GateErasure.ofAppointment(booked.path("id").asText());
        assertThat(news()).noneMatch(news -> news.toString().contains("HUA88888")).anyMatch(news -> news.path("revokes").asText().equals(pass));
        assertThat(news().stream().map(news -> news.path("sequence").asInt())).isEqualTo(IntStream.rangeClosed(1, news().size()).boxed().toList());
    }

    private static List<JsonNode> news() {
        List<JsonNode> all = new ArrayList<>();
        String last = "0";
        for (List<JsonNode> some = newsAfter(last); !some.isEmpty(); some = newsAfter(last)) {
            all.addAll(some);
            last = some.getLast().path("sequence").asText();
        }
        return all;
    }

    private static List<JsonNode> newsAfter(String sequence) {
        return DEVICES.read("/api/gates/passes?after=" + sequence).path("items").valueStream().map(jws -> claims(jws.asText())).toList();
    }

    private static Optional<String> passOf(String container) {
        return news().stream().filter(news -> news.at("/papers/container").asText().equals(container)).map(news -> news.path("id").asText())
                .reduce((_, later) -> later);
    }

    private static JsonNode claims(String jws) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(jws.split("\\.", -1)[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void letsNoTruckOfASuspendedHaulierPass() {
        Shipment shipment = readyForPickUp("HUA44444");
        JsonNode suspended;
        standing("suspended");
        try {
            comes(shipment, "HUA44444", shipment.seal());
            suspended = weighs(shipment);
            say(reading("LOOP", "loop", "state", "LEFT"));
        } finally {
            standing("active");
        }
        comes(shipment, "HUA44444", shipment.seal());
        JsonNode again = weighs(shipment);
        say(reading("LOOP", "loop", "state", "LEFT"));

        assertThat(suspended.path("permission").asText()).isEqualTo("REFUSE");
        assertThat(explained(suspended)).contains("HAULIER_MAY_NOT_ACT", "MAY_NOT_ACT");
        assertThat(again.path("permission").asText()).isEqualTo("OPEN");
    }

    private static void standing(String status) {
        assertThat(HUB.party("HUBOPS.anna").call("PUT", "/api/parties/HUBHAUL/status", Map.of("status", status)).statusCode()).isEqualTo(200);
    }

    @Test
    void opensForAnOverrideOnlyWhenASecondPersonConfirmsAndBothStandInTheRecord() {
        Shipment shipment = readyForPickUp("HUA55555");
        comes(shipment, "HUA55555", "HB000001");
        JsonNode held = weighs(shipment);
        String path = "/api/gates/OUT03/transactions/" + held.path("transaction").asText();
        Map<String, String> wish = Map.of("rule", "seal", "reason", "Seal changed by the terminal, report 17");

        assertProblem(HUB.party("HUBTERM").call("POST", path + "/overrides", wish), 403, "FORBIDDEN");
        assertProblem(HUB.party("OTHERTERM.anna").call("POST", path + "/overrides", wish), 404, "NOT_FOUND");
        assertProblem(HUB.party("HUBTERM.anna").call("POST", path + "/overrides", Map.of("rule", "customs", "reason", "hurry")), 403, "FORBIDDEN");
        assertProblem(HUB.party("CNCUSTOMS.anna").call("POST", path + "/overrides", wish), 403, "FORBIDDEN");
        String act = "/api/approvals/" + HUB.party("HUBTERM.anna").create(path + "/overrides", wish).path("id").asText() + "/confirmation";
        assertProblem(HUB.party("HUBTERM.anna").call("POST", act, Map.of()), 403, "FORBIDDEN");
        assertThat(barrier()).isEqualTo("HOLD");

        HUB.party("HUBTERM.bo").create(act, Map.of());
        assertThat(barrier()).isEqualTo("OPEN");
        assertThat(HUB.party("HUBTERM").read(path).at("/revisions/1/record").toString()).contains("\"setAside\":{\"by\":\"TWO_SUPERVISORS\"",
                "\"person\":\"HUBTERM/anna\"", "\"second\":\"HUBTERM/bo\"", "report 17", "WRONG_SEAL");
        say(reading("LOOP", "loop", "state", "LEFT"));
        assertThat(status("OTHERGATE", "GET", "/api/gates/OUT03/decision")).isEqualTo(404);
    }

    @Test
    void putsWhatItDecidedIntoTheEvidenceOfTheCaseForWhoMayReadIt() throws Exception {
        Shipment shipment = readyForPickUp("HUA77777");
        comes(shipment, "HUA77777", "HB000001");
        JsonNode held = weighs(shipment);
        say(reading("LOOP", "loop", "state", "LEFT"));
        String consignment = HUB.party("HUBTERM").consignment(shipment.bill()).at("/consignment/id").asText();

        GateSheets.sayWhyAndWhatWasTallied(held.path("transaction").asText(), shipment.container(), consignment);
        EvidenceVerdict verdict = EvidenceTest.verified(EvidenceTest.evidence(HUB.party("HUBTERM"), "consignments/" + consignment));

        assertThat(verdict.files().keySet()).anyMatch(each -> each.startsWith("sheets/gate-slip-")).anyMatch(each -> each.startsWith("sheets/tally-"));
        String path = "gate/" + held.path("transaction").asText() + "-1.json";
        assertThat(verdict.parts()).filteredOn(part -> part.path().equals(path)).singleElement().satisfies(part ->
                assertThat(part.checked()).contains("signed by CN=Fairway gate,"));
        assertThat(new String(verdict.files().get(path), StandardCharsets.UTF_8)).contains("WRONG_SEAL");
        assertThat(verdict.indication()).as(verdict.parts().toString()).isEqualTo("TOTAL-PASSED");
        assertThat(EvidenceTest.verified(EvidenceTest.evidence(HUB.party("HUBFWD"), "consignments/" + consignment)).files().keySet())
                .noneMatch(each -> each.startsWith("gate/"));
        GateErasure.isGoneForItsReadersAndSaidInTheEvidence(held.path("transaction").asText(), consignment);
    }

    @Test
    void setsOneRuleAsideWithoutOpeningForWhatAnotherOneStops() {
        Shipment shipment = readyForPickUp("HUA66666");
        comes(shipment, "HUA67676", "HB000001");
        JsonNode held = weighs(shipment);
        String path = "/api/gates/OUT03/transactions/" + held.path("transaction").asText();

        setAside(path, "seal", 200);
        assertThat(barrier()).isEqualTo("HOLD");
        setAside(path, "weight", 409);
        say(reading("LOOP", "loop", "state", "LEFT"));
        setAside(path, "identity", 409);
        assertThat(barrier()).isEqualTo("HOLD");
    }

    private static void setAside(String path, String rule, int status) {
        JsonNode asked = HUB.party("HUBTERM.anna").create(path + "/overrides", Map.of("rule", rule, "reason", "Looked at it"));
        assertThat(status("HUBTERM.bo", "POST", "/api/approvals/" + asked.path("id").asText() + "/confirmation")).isEqualTo(status);
    }

    private static String barrier() {
        return DEVICES.read("/api/gates/OUT03/decision").path("permission").asText();
    }

    private static int status(String party, String method, String path) {
        return method.equals("GET") ? HUB.party(party).get(path).statusCode() : HUB.party(party).call(method, path, Map.of()).statusCode();
    }

    private static int status(String party, String path, Map<String, Object> reading) {
        HttpResponse<byte[]> answer = HUB.party(party).call("POST", path, reading);
        return answer.statusCode();
    }

    private static String explained(JsonNode decision) {
        HttpResponse<byte[]> answer = HUB.party("HUBTERM").get("/api/gates/OUT03/transactions/" + decision.path("transaction").asText());
        assertThat(answer.statusCode()).as(decision.toString()).isEqualTo(200);
        assertThat(HttpCaller.json(answer).path("revisions")).isNotEmpty();
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
