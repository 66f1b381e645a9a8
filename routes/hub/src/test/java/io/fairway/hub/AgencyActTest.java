package io.fairway.hub;

import static io.fairway.web.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An agency holds, orders and tells the result by hand, at the API and from its screen. */
@Tag("long")
class AgencyActTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final TestParty CUSTOMS = HUB.party("CNCUSTOMS.anna");

    private final long seed = HUB.freshSeed();
    private final Shipment shipment = Shipment.of(seed, 0);
    private String consignment = "";

    @BeforeEach
    void aManifestIsLodged() {
        HUB.party("HUBLINE").submitAccepted(Voyages.cuscar(List.of(shipment), "AA" + seed));
        consignment = "/api/consignments/" + HUB.party("HUBLINE").consignment(shipment.bill()).at("/consignment/id").asText();
        await().atMost(Duration.ofMinutes(1)).until(() -> CUSTOMS.get(consignment).statusCode() == 200);
    }

    private JsonNode seen(String party) {
        return HUB.party(party).read(consignment).path("consignment");
    }

    private static Browser signedIn(String person) {
        return Browser.signedIn(HUB.port(), HUB.process().home(), person);
    }

    @Test
    void aHoldStandsForEverybodyFromThenOn() {
        JsonNode after = CUSTOMS.create(consignment + "/acts", Map.of("act", "hold", "id", "CH-7", "reason", "X-ray image unclear"));

        assertThat(after.at("/consignment/holds/0/id").asText()).isEqualTo("CH-7");
        assertThat(seen("HUBLINE").at("/holds/0/agency").asText()).isEqualTo("customs");
        assertThat(seen("HUBLINE").at("/holds/0/reason").asText()).isEqualTo("X-ray image unclear");
        assertProblem(CUSTOMS.call("POST", consignment + "/acts", Map.of("act", "hold", "id", "CH-7")), 409, "NOT_POSSIBLE");
    }

    @Test
    void anExaminationThatFindsSomethingBecomesAHoldWithItsNumber() {
        CUSTOMS.create(consignment + "/acts", Map.of("act", "examination", "id", "EX-1", "place", "port", "containers", List.of(shipment.container())));
        assertThat(seen("HUBLINE").path("held").asBoolean()).isFalse();

        CUSTOMS.create(consignment + "/acts", Map.of("act", "discrepancy", "id", "EX-1"));

        assertThat(seen("HUBLINE").at("/holds/0/id").asText()).isEqualTo("EX-1");
        assertProblem(CUSTOMS.call("POST", consignment + "/acts", Map.of("act", "passed", "id", "EX-1")), 409, "NOT_POSSIBLE");
    }

    @Test
    void anExaminationThatPassesHoldsNothing() {
        CUSTOMS.create(consignment + "/acts", Map.of("act", "examination", "id", "EX-2"));

        CUSTOMS.create(consignment + "/acts", Map.of("act", "passed", "id", "EX-2"));

        assertThat(seen("HUBLINE").path("held").asBoolean()).isFalse();
    }

    @Test
    void eachAgencyActsInItsOwnNameAndNobodyElse() {
        HUB.party("HUBLINE.anna").create(consignment + "/acts", Map.of("act", "hold", "id", "FREIGHT-1", "reason", "freight unpaid"));

        assertThat(seen("CNCUSTOMS").at("/holds/0/agency").asText()).isEqualTo("carrier");
        assertProblem(HUB.party("HUBLINE.anna").call("POST", consignment + "/acts", Map.of("act", "examination", "id", "E")), 403, "FORBIDDEN");
        assertProblem(HUB.party("HUBFWD.anna").call("POST", consignment + "/acts", Map.of("act", "hold", "id", "F")), 403, "FORBIDDEN");
        assertProblem(HUB.party("OTHERLINE").call("POST", consignment + "/acts", Map.of("act", "hold", "id", "F")), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({"burn,X-1,port,", "hold,<b>,port,", "hold,X-1,moon,", "hold,X-1,port,HUBU0000000", "hold,,port,"})
    void refusesWhatIsNoAct(String act, String id, String place, String container) {
        var wish = new HashMap<String, Object>(Map.of("act", act, "place", place, "containers",
                container == null ? List.of() : List.of(container)));
        if (id != null) {
            wish.put("id", id);
        }

        assertProblem(CUSTOMS.call("POST", consignment + "/acts", wish), 400, "BODY_INVALID");
        assertThat(seen("HUBLINE").path("held").asBoolean()).isFalse();
    }

    @Test
    void anOfficerHoldsFromTheScreenAndAsksToLiftIt() {
        Browser officer = signedIn("CNCUSTOMS.anna");
        String page = consignment.replace("/api/", "/console/");
        assertThat(officer.page(page + "?live=off")).contains(page + "/acts");
        HttpResponse<String> form = officer.get(page + "/acts");

        HttpResponse<String> again = officer.submit(form, page + "/acts", Map.of("act", "hold", "number", "<script>", "place", "port", "reason", ""));
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("role=\"alert\"").doesNotContain("<script");
        HttpResponse<String> done = officer.submit(form, page + "/acts", Map.of("act", "hold", "number", "SC-1", "place", "port",
                "reason", "<img src=x onerror=alert(1)>"));

        assertThat(done.uri().getPath()).isEqualTo(page);
        assertThat(done.body()).contains("SC-1", "&lt;img").doesNotContain("<img");
        HttpResponse<String> approvals = officer.submit(officer.get(page + "/acts"), page + "/acts/lift", Map.of("hold", "SC-1"));
        assertThat(approvals.uri().getPath()).isEqualTo("/console/approvals");
        assertThat(seen("HUBLINE").path("held").asBoolean()).as("before a second person").isTrue();
        String approval = CUSTOMS.list("/api/approvals").getFirst().path("id").asText();
        HUB.party("CNCUSTOMS.bo").create("/api/approvals/" + approval + "/confirmation", Map.of());
        assertThat(seen("HUBLINE").path("held").asBoolean()).isFalse();
        assertThat(signedIn("HUBFWD.anna").get(page + "/acts").statusCode()).isEqualTo(403);
    }
}
