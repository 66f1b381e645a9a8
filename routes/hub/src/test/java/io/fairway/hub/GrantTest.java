package io.fairway.hub;

import static io.fairway.web.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An owner lets a party see a case for a time, and sees who looked. */
class GrantTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final TestParty LINE = HUB.party("HUBLINE");
    private static final TestParty FORWARDER = HUB.party("HUBFWD");
    private static final TestParty BANK = HUB.party("OTHERBANK.anna");
    private static final String NEXT_YEAR = Instant.now().plus(Duration.ofDays(365)).toString();
    private static final Shipment SHIPMENT = Shipment.of(HUB.freshSeed(), 0);
    private static String consignment = "";

    @BeforeAll
    static void aCase() {
        LINE.submitAccepted(Voyages.cuscar(List.of(SHIPMENT), "G" + SHIPMENT.lrn().substring(3)));
        FORWARDER.submitAccepted(Voyages.cusdec(SHIPMENT, "F" + SHIPMENT.lrn().substring(3)));
        await().until(() -> FORWARDER.list("/api/consignments?bill=" + SHIPMENT.bill()).size() == 1);
        consignment = LINE.consignment(SHIPMENT.bill()).at("/consignment/id").asText();
    }

    @Test
    void opensTheCaseToTheNamedPartyAndTellsTheOwnerWhoLooked() {
        assertProblem(BANK.get("/api/consignments/" + consignment), 404, "NOT_FOUND");
        String grant = grant(LINE, "OTHERBANK", false);

        JsonNode seen = BANK.read("/api/consignments/" + consignment);
        assertThat(seen.at("/consignment/bill").asText()).isEqualTo(SHIPMENT.bill());
        assertThat(seen.path("declarations")).isEmpty();
        assertThat(BANK.list("/api/containers?number=" + SHIPMENT.container())).hasSize(1);
        assertThat(BANK.read("/api/consignments/" + consignment + "/timeline").toString()).doesNotContain(SHIPMENT.lrn());
        assertThat(HUB.party("HUBAUDIT").get("/api/consignments/" + consignment).statusCode()).isEqualTo(404);

        // where the bank subscribed to events elsewhere, the hub looks for it too
        List<JsonNode> looks = LINE.list("/api/grants/" + grant + "/looks").stream()
                .filter(look -> !look.path("operation").asText().equals("events")).toList();
        assertThat(looks).extracting(look -> look.path("operation").asText()).containsExactly("consignment", "containers", "timeline");
        assertThat(looks).allSatisfy(look -> {
            assertThat(look.path("party").asText()).isEqualTo("OTHERBANK");
            assertThat(look.path("person").asText()).isEqualTo("anna");
        });
        assertProblem(FORWARDER.get("/api/grants/" + grant + "/looks"), 404, "NOT_FOUND");

        assertThat(LINE.call("DELETE", "/api/grants/" + grant, Map.of()).statusCode()).isEqualTo(204);
        assertProblem(BANK.get("/api/consignments/" + consignment), 404, "NOT_FOUND");
        assertThat(BANK.list("/api/consignments?bill=" + SHIPMENT.bill())).isEmpty();
        assertProblem(LINE.call("DELETE", "/api/grants/" + grant, Map.of()), 404, "NOT_FOUND");
    }

    @Test
    void showsTheDeclarantsOwnDeclarationOnlyWhenTheDeclarantSaysSo() {
        String grant = grant(FORWARDER, "OTHERAGT", true);

        JsonNode seen = HUB.party("OTHERAGT").read("/api/consignments/" + consignment);
        assertThat(seen.path("declarations")).extracting(declaration -> declaration.path("lrn").asText()).containsExactly(SHIPMENT.lrn());

        assertProblem(LINE.call("DELETE", "/api/grants/" + grant, Map.of()), 404, "NOT_FOUND");
        assertThat(FORWARDER.call("DELETE", "/api/grants/" + grant, Map.of()).statusCode()).isEqualTo(204);
        assertProblem(HUB.party("OTHERAGT").get("/api/consignments/" + consignment), 404, "NOT_FOUND");
    }

    @Test
    void endsByItself() {
        LINE.create("/api/grants", Map.of("party", "OTHERHAUL", "consignment", consignment, "validUntil", Instant.now().plusSeconds(3).toString()));

        assertThat(HUB.party("OTHERHAUL").get("/api/consignments/" + consignment).statusCode()).isEqualTo(200);
        await().until(() -> HUB.party("OTHERHAUL").get("/api/consignments/" + consignment).statusCode() == 404);
    }

    @Test
    void isRefusedToWhoIsNotTheOwner() {
        Map<String, Object> wish = Map.of("party", "OTHERAUDIT", "consignment", consignment, "validUntil", NEXT_YEAR);
        grant(LINE, "OTHERFWD", false);

        assertProblem(HUB.party("OTHERFWD").call("POST", "/api/grants", wish), 403, "FORBIDDEN");
        assertProblem(HUB.party("OTHERLINE").call("POST", "/api/grants", wish), 404, "NOT_FOUND");
        assertProblem(LINE.call("POST", "/api/grants", Map.of("party", "OTHERAUDIT", "consignment", UUID.randomUUID(), "validUntil", NEXT_YEAR)),
                404, "NOT_FOUND");
        assertProblem(LINE.call("POST", "/api/grants", Map.of("party", "NOBODY", "consignment", consignment, "validUntil", NEXT_YEAR)),
                409, "NOT_POSSIBLE");
        assertProblem(LINE.call("POST", "/api/grants", Map.of("party", "OTHERBANK", "consignment", consignment, "validUntil", "2020-01-01T00:00:00Z")),
                409, "NOT_POSSIBLE");
        assertProblem(LINE.call("POST", "/api/grants", Map.of("party", "OTHERBANK", "consignment", "x", "validUntil", NEXT_YEAR)), 400, "BODY_INVALID");
    }

    private static String grant(TestParty owner, String party, boolean declarations) {
        return owner.create("/api/grants", Map.of("party", party, "consignment", consignment, "declarations", declarations, "validUntil", NEXT_YEAR))
                .path("id").asText();
    }
}
