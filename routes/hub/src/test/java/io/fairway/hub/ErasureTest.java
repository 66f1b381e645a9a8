package io.fairway.hub;

import static io.fairway.web.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.fixture.Fixtures;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.signing.evidence.EvidenceVerdict;
import io.fairway.web.HttpCaller;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody asks that what is kept about a person be erased; two persons of the operator agree. */
class ErasureTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final TestParty AGENT = HUB.party("HUBAGT");
    private static final TestParty BORDER = HUB.party("HUBBORDER");
    private static final TestParty ANNA = HUB.party("HUBOPS.anna");
    private static final TestParty BO = HUB.party("HUBOPS.bo");
    private static final Duration LONG = Duration.ofMinutes(2);

    @Test
    void aCrewListIsGoneForEverybodyAndItsEvidenceSaysSo() throws Exception {
        String list = crewList();
        String told = toldBorder(list);
        assertThat(original(AGENT, list)).contains("DELA CRUZ");
        assertThat(original(BORDER, told)).contains("DELA CRUZ");

        assertProblem(HUB.party("HUBOPS").call("POST", "/api/erasures", wish("interchange", list)), 403, "FORBIDDEN");
        JsonNode asked = ANNA.create("/api/erasures", wish("interchange", list));
        String act = "/api/approvals/" + asked.path("id").asText() + "/confirmation";
        assertProblem(ANNA.call("POST", act, Map.of()), 403, "FORBIDDEN");
        assertThat(original(AGENT, list)).contains("DELA CRUZ");
        BO.create(act, Map.of());

        assertProblem(AGENT.get("/api/interchanges/" + list + "/original"), 410, "ERASED");
        assertProblem(BORDER.get("/api/interchanges/" + told + "/original"), 410, "ERASED");
        assertProblem(HUB.party("OTHERAGT").get("/api/interchanges/" + list + "/original"), 404, "NOT_FOUND");
        assertThat(AGENT.read("/api/interchanges/" + list).toString()).doesNotContain("DELA CRUZ").contains("filed");
        assertThat(AGENT.list("/api/interchanges/" + list + "/lineage")).isEmpty();
        EvidenceVerdict verdict = EvidenceTest.verified(EvidenceTest.evidence(AGENT, "interchanges/" + list));
        assertThat(verdict.indication()).as(verdict.parts().toString()).isEqualTo("TOTAL-PASSED");
        JsonNode erased = new ObjectMapper().readTree(verdict.files().get("erasures.json")).get(0);
        assertThat(erased.path("subject").asText() + erased.path("cause").asText()).isEqualTo(list + "request");
        assertThat(verdict.files().values()).noneMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains("DELA CRUZ"));
        assertThat(ANNA.list("/api/erasures")).anySatisfy(one -> assertThat(one.path("subject").asText() + " " + one.path("by").asText())
                .isEqualTo(list + " HUBOPS/anna, HUBOPS/bo"));
        assertProblem(ANNA.call("POST", "/api/erasures", wish("interchange", list)), 409, "NOT_POSSIBLE");
    }

    @Test
    void aLegalHoldKeepsItUntilTwoPersonsLiftIt() {
        String list = crewList();
        toldBorder(list);
        String hold = ANNA.create("/api/legal-holds", wish("interchange", list)).path("id").asText();

        assertProblem(ANNA.call("POST", "/api/erasures", wish("interchange", list)), 409, "NOT_POSSIBLE");
        assertThat(ANNA.list("/api/legal-holds")).anyMatch(one -> one.path("id").asText().equals(hold));

        JsonNode lifting = HttpCaller.json(ANNA.call("DELETE", "/api/legal-holds/" + hold, Map.of()));
        assertThat(ANNA.list("/api/legal-holds")).anyMatch(one -> one.path("id").asText().equals(hold));
        BO.create("/api/approvals/" + lifting.path("id").asText() + "/confirmation", Map.of());
        assertThat(ANNA.list("/api/legal-holds")).noneMatch(one -> one.path("id").asText().equals(hold));
        assertProblem(ANNA.call("DELETE", "/api/legal-holds/" + hold, Map.of()), 404, "NOT_FOUND");
        ANNA.create("/api/erasures", wish("interchange", list));
    }

    @Test
    void whatTheLawWantsKeptStays() {
        Shipment shipment = Shipment.of(HUB.freshSeed(), 0);
        String manifest = HUB.party("HUBLINE").submitAccepted(Voyages.cuscar(List.of(shipment), "E" + HUB.freshSeed())).at("/interchange/id").asText();
        String consignment = HUB.party("HUBLINE").consignment(shipment.bill()).at("/consignment/id").asText();
        byte[] file = ("a paper " + shipment.bill()).getBytes(StandardCharsets.UTF_8);
        JsonNode attached = HttpCaller.json(HUB.party("HUBFWD").http().post("/api/attachments", "text/plain", file));

        assertThat(refusal("interchange", manifest)).contains("OF_A_CASE");
        await().atMost(LONG).until(() -> refusal("consignment", consignment).contains("KEPT_BY_LAW"));
        assertThat(refusal("attachment", attached.path("id").asText())).contains("KEPT_BY_LAW");
        assertThat(HUB.party("HUBFWD").get("/api/attachments/" + attached.path("digest").asText()).statusCode()).isEqualTo(200);
        assertProblem(ANNA.call("POST", "/api/erasures", wish("interchange", UUID.randomUUID().toString())), 404, "NOT_FOUND");
    }

    private static String refusal(String kind, String subject) {
        var answer = ANNA.call("POST", "/api/erasures", wish(kind, subject));
        assertProblem(answer, 409, "NOT_POSSIBLE");
        return TestParty.text(answer);
    }

    private static Map<String, String> wish(String kind, String subject) {
        return Map.of("kind", kind, "subject", subject, "reason", "asked for in letter 17");
    }

    private static String crewList() {
        return AGENT.submitAccepted(Fixtures.variant("edifact/paxlst_d02b_crew.edi").replacing("PX0001", "P" + HUB.freshSeed()).bytes())
                .at("/interchange/id").asText();
    }

    /** What the border authority was told of it, when nothing of it is on its way any more. */
    private static String toldBorder(String list) {
        await().atMost(LONG).until(() -> AGENT.list("/api/interchanges/" + list + "/deliveries").stream()
                .noneMatch(told -> told.path("state").asText().equals("waiting")));
        return AGENT.list("/api/interchanges/" + list + "/deliveries").stream().filter(told -> told.path("recipient").asText().equals("HUBBORDER"))
                .findFirst().orElseThrow().path("id").asText();
    }

    private static String original(TestParty party, String interchange) {
        var answer = party.get("/api/interchanges/" + interchange + "/original");
        assertThat(answer.statusCode()).isEqualTo(200);
        return TestParty.text(answer);
    }
}
