package io.fairway.hub;

import static io.fairway.web.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A hold is lifted by hand by two persons of the agency that placed it, never by one. */
class FourEyesTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final Shipment SHIPMENT = Shipment.of(HUB.freshSeed(), 0);
    private static final String HOLD = "H-" + SHIPMENT.lrn();
    private static final TestParty ANNA = HUB.party("CNCUSTOMS.anna");
    private static final TestParty BO = HUB.party("CNCUSTOMS.bo");
    private static String lifts = "";

    @BeforeAll
    static void aConsignmentIsHeld() {
        HUB.counterpart("CNCUSTOMS").post("/script", Map.of("declarations", List.of(Map.of("lrn", SHIPMENT.lrn(), "steps", List.of(
                Map.of("answer", "REGISTERED"), Map.of("answer", "ACCEPTED"), Map.of("answer", "HOLD_PLACED", "says", Map.of("HOLD", HOLD)))))));
        HUB.party("HUBLINE").submitAccepted(Voyages.cuscar(List.of(SHIPMENT), "J" + SHIPMENT.lrn().substring(3)));
        HUB.party("HUBFWD").submitAccepted(Voyages.cusdec(SHIPMENT, "K" + SHIPMENT.lrn().substring(3)));
        await().until(FourEyesTest::isHeld);
        lifts = "/api/consignments/" + HUB.party("HUBLINE").consignment(SHIPMENT.bill()).at("/consignment/id").asText() + "/hold-lifts";
    }

    private static boolean isHeld() {
        return HUB.party("HUBLINE").consignment(SHIPMENT.bill()).at("/consignment/held").asBoolean();
    }

    @Test
    void oneAsksAndASecondOneConfirms() {
        assertProblem(HUB.party("CNCUSTOMS").call("POST", lifts, Map.of("hold", HOLD)), 403, "FORBIDDEN");
        JsonNode asked = ANNA.create(lifts, Map.of("hold", HOLD));
        String act = "/api/approvals/" + asked.path("id").asText();

        assertProblem(ANNA.call("POST", act + "/confirmation", Map.of()), 403, "FORBIDDEN");
        assertProblem(HUB.party("CNCUSTOMS").call("POST", act + "/confirmation", Map.of()), 403, "FORBIDDEN");
        assertProblem(HUB.party("HUBTERM.bo").call("POST", act + "/confirmation", Map.of()), 404, "NOT_FOUND");
        assertThat(isHeld()).isTrue();

        JsonNode done = BO.create(act + "/confirmation", Map.of());
        assertThat(done.path("state").asText()).isEqualTo("done");
        assertThat(done.path("askedBy").asText()).isEqualTo("CNCUSTOMS/anna");
        assertThat(done.path("answeredBy").asText()).isEqualTo("CNCUSTOMS/bo");
        assertThat(isHeld()).isFalse();
        assertProblem(BO.call("POST", act + "/confirmation", Map.of()), 404, "NOT_FOUND");
    }

    @Test
    void whatCannotBeDoneStaysUnconfirmedAndMayBeDropped() {
        String act = "/api/approvals/" + ANNA.create(lifts, Map.of("hold", "NO-SUCH-HOLD")).path("id").asText();

        assertProblem(BO.call("POST", act + "/confirmation", Map.of()), 409, "NOT_POSSIBLE");
        assertThat(BO.read(act).path("state").asText()).isEqualTo("pending");
        assertThat(ANNA.create(act + "/refusal", Map.of()).path("state").asText()).isEqualTo("refused");
        assertProblem(BO.call("POST", act + "/confirmation", Map.of()), 404, "NOT_FOUND");
    }

    @Test
    void nobodyLiftsWhatItDoesNotSeeOrForAnAgencyItIsNot() {
        assertProblem(HUB.party("HUBFWD.anna").call("POST", lifts, Map.of("hold", HOLD)), 403, "FORBIDDEN");
        assertProblem(HUB.party("OTHERLINE.anna").call("POST", lifts, Map.of("hold", HOLD)), 404, "NOT_FOUND");
        String act = "/api/approvals/" + HUB.party("HUBLINE.anna").create(lifts, Map.of("hold", HOLD)).path("id").asText();
        assertProblem(HUB.party("HUBLINE.bo").call("POST", act + "/confirmation", Map.of()), 409, "NOT_POSSIBLE");
    }
}
