package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.web.HttpCaller;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a case comes into sight of whom, and that lists hold nothing else (P13); single objects are WhoMayDoWhatTest's. */
class VisibilityTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final TestParty LINE = HUB.party("HUBLINE");
    private static final TestParty FORWARDER = HUB.party("HUBFWD");
    private static final TestParty TERMINAL = HUB.party("HUBTERM");
    private static final long SEED = HUB.freshSeed();
    private static final Shipment OPEN = Shipment.of(SEED, 0);
    private static final Shipment WAITING = Shipment.of(SEED, 1);
    private static String interchange = "";

    @BeforeAll
    static void somethingToSee() {
        HUB.counterpart("CNCUSTOMS").post("/script", Map.of("declarations", List.of(Map.of("lrn", WAITING.lrn(), "steps",
                List.of(Map.of("answer", "REGISTERED"), Map.of("answer", "ACCEPTED", "after", "accept"),
                        Map.of("answer", "RELEASED", "after", "release"))))));
        JsonNode manifest = LINE.submitAccepted(Voyages.cuscar(List.of(OPEN, WAITING), "M" + SEED));
        FORWARDER.submitAccepted(Voyages.cusdec(OPEN, "D" + SEED));
        await().until(() -> stage(OPEN).equals("released"));
        interchange = manifest.at("/interchange/id").asText();
    }

    private static String stage(Shipment shipment) {
        return FORWARDER.list("/api/declarations?lrn=" + shipment.lrn()).stream().map(found -> found.path("stage").asText())
                .findFirst().orElse("");
    }

    static Stream<String> filters() {
        String ship = "9745677";
        return Stream.of("/api/consignments?bill=" + OPEN.bill(), "/api/consignments?carrier=HUBLINE", "/api/consignments?carrier=HUBL",
                "/api/consignments", "/api/containers?number=" + OPEN.container(), "/api/containers", "/api/declarations?lrn=" + OPEN.lrn(),
                "/api/declarations", "/api/port-calls?ship=" + ship, "/api/port-calls",
                "/api/interchanges?reference=M" + SEED, "/api/interchanges?direction=sent&reference=M" + SEED);
    }

    @ParameterizedTest
    @MethodSource("filters")
    void listsNothingToAStranger(String path) {
        for (String stranger : List.of("OTHERMSA", "OTHERAUDIT")) {
            assertThat(HUB.party(stranger).read(path)).as(stranger).isEqualTo(HUB.party(stranger).read("/api/consignments?bill=NOSUCHBILL"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/operations/overdue", "/api/operations/backlog"})
    void showsTheBacklogToOperatorsOnly(String path) {
        assertThat(HUB.party("HUBOPS").get(path).statusCode()).isEqualTo(200);
        for (String party : List.of("HUBLINE", "HUBFWD", "HUBBANK", "CNCUSTOMS", "HUBTERM")) {
            assertThat(HUB.party(party).get(path).statusCode()).as(party).isEqualTo(403);
        }
    }

    @Test
    void showsACaseToADeclarantOnlyWhenCustomsHasAcceptedThatItDeclares() {
        FORWARDER.submitAccepted(Voyages.cusdec(WAITING, "W" + SEED));
        await().until(() -> stage(WAITING).equals("registered"));
        String consignment = "/api/consignments/" + LINE.consignment(WAITING.bill()).at("/consignment/id").asText();

        assertThat(FORWARDER.list("/api/consignments?bill=" + WAITING.bill())).isEmpty();
        assertThat(FORWARDER.list("/api/containers?number=" + WAITING.container())).isEmpty();
        assertThat(shape(FORWARDER.get(consignment))).isEqualTo(shape(FORWARDER.get("/api/consignments/" + UUID.randomUUID())));

        HUB.counterpart("CNCUSTOMS").post("/proceed", Map.of("lrn", WAITING.lrn(), "signal", "accept"));
        await().until(() -> stage(WAITING).equals("accepted"));
        assertThat(FORWARDER.list("/api/consignments?bill=" + WAITING.bill())).hasSize(1);
        assertThat(FORWARDER.get(consignment).statusCode()).isEqualTo(200);
        assertThat(HUB.party("OTHERFWD").list("/api/consignments?bill=" + WAITING.bill())).isEmpty();
    }

    @Test
    void showsACaseToTheTerminalOnlyWhenItIsTold() {
        Shipment shipment = Shipment.of(SEED, 2);
        LINE.submitAccepted(Voyages.cuscar(List.of(shipment), "T" + SEED));
        assertThat(TERMINAL.list("/api/consignments?bill=" + shipment.bill())).isEmpty();

        LINE.submitAccepted(Voyages.coreor(shipment, "R" + SEED));

        await().until(() -> HUB.counterpart("HUBTERM").toldAbout(shipment.container()).size() == 1);
        assertThat(TERMINAL.list("/api/consignments?bill=" + shipment.bill())).hasSize(1);
    }

    @Test
    void showsCustomsTheCasesItWasTold() {
        TestParty customs = HUB.party("CNCUSTOMS");

        assertThat(customs.list("/api/consignments?bill=" + OPEN.bill())).hasSize(1);
        assertThat(customs.list("/api/declarations?lrn=" + OPEN.lrn())).hasSize(1);
        assertThat(customs.get("/api/interchanges/" + interchange).statusCode()).isEqualTo(404);
    }

    @Test
    void showsADeclarationToTheCarrierNeverInFull() {
        assertThat(LINE.list("/api/declarations?lrn=" + OPEN.lrn())).isEmpty();
        assertThat(LINE.consignment(OPEN.bill()).path("declarations")).isEmpty();
    }

    /** Status, media type and body but for the trace, which differs with every request. */
    private static String shape(HttpResponse<byte[]> answer) {
        JsonNode body = HttpCaller.json(answer);
        if (body instanceof ObjectNode object) {
            object.remove("trace");
        }
        return answer.statusCode() + " " + answer.headers().firstValue("Content-Type") + " " + body;
    }
}
