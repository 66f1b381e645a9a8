package io.fairway.hub;

import static io.fairway.web.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Any business number leads to what it stands in, for those who may see that. */
class ArchiveTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final Shipment SHIPMENT = Shipment.of(HUB.freshSeed(), 0);
    private static final String REFERENCE = "Z" + HUB.freshSeed();
    private static final TestParty LINE = HUB.party("HUBLINE");
    private static final TestParty FORWARDER = HUB.party("HUBFWD");
    private static String consignment = "";

    @BeforeAll
    static void aBillIsDeclaredAndReleased() {
        LINE.submitAccepted(Voyages.cuscar(List.of(SHIPMENT), REFERENCE));
        FORWARDER.submitAccepted(Voyages.cusdec(SHIPMENT, "Y" + HUB.freshSeed()));
        LINE.submitAccepted(Voyages.coreor(SHIPMENT, "X" + HUB.freshSeed()));
        consignment = LINE.consignment(SHIPMENT.bill()).at("/consignment/id").asText();
        await().atMost(Duration.ofMinutes(1)).until(() -> HUB.party("HUBTERM").list("/api/consignments?bill=" + SHIPMENT.bill()).size() == 1);
    }

    @Test
    void theCarrierFindsItsCaseByWhatItSaid() {
        assertThat(kinds(LINE, SHIPMENT.bill())).contains("bill " + consignment);
        assertThat(kinds(LINE, SHIPMENT.container())).containsExactly("container " + consignment);
        assertThat(kinds(LINE, SHIPMENT.seal())).containsExactly("seal " + consignment);
        assertThat(found(LINE, REFERENCE)).singleElement().satisfies(entry -> {
            assertThat(entry.path("kind").asText()).isEqualTo("interchange");
            assertThat(LINE.read("/api/interchanges/" + entry.path("id").asText()).at("/interchange/reference").asText()).isEqualTo(REFERENCE);
        });
        assertThat(found(LINE, "9745677")).isNotEmpty().allMatch(entry -> entry.path("kind").asText().equals("ship"));
    }

    @Test
    void whatADeclarationNamesIsFoundByThoseWhoSeeIt() {
        String invoice = FORWARDER.read("/api/consignments/" + consignment).path("declarations").size() == 1 ? "INV-" + SHIPMENT.lrn() : "";

        assertThat(kinds(FORWARDER, SHIPMENT.lrn())).containsExactly("lrn " + consignment);
        assertThat(kinds(FORWARDER, invoice)).containsExactly("document " + consignment);
        assertThat(kinds(HUB.party("CNCUSTOMS"), invoice)).containsExactly("document " + consignment);
        assertThat(kinds(HUB.party("HUBTERM"), SHIPMENT.seal())).containsExactly("seal " + consignment);
        for (TestParty other : List.of(HUB.party("HUBTERM"), LINE)) {
            assertThat(found(other, SHIPMENT.lrn())).isEmpty();
            assertThat(found(other, invoice)).isEmpty();
        }
    }

    @Test
    void aStrangerFindsNothing() {
        for (String number : List.of(SHIPMENT.bill(), SHIPMENT.container(), SHIPMENT.seal(), SHIPMENT.lrn(), REFERENCE)) {
            assertThat(found(HUB.party("OTHERLINE"), number)).as(number).isEmpty();
        }
    }

    @Test
    void withoutANumberNothingIsSearched() {
        assertProblem(LINE.get("/api/archive"), 400, "PARAMETER_MISSING");
        assertProblem(LINE.get("/api/archive?number=%20"), 400, "PARAMETER_INVALID");
        assertProblem(LINE.get("/api/archive?number=" + "9".repeat(201)), 400, "PARAMETER_INVALID");
    }

    private static List<JsonNode> found(TestParty party, String number) {
        return party.list("/api/archive?number=" + URLEncoder.encode(number, StandardCharsets.UTF_8));
    }

    private static List<String> kinds(TestParty party, String number) {
        return found(party, number).stream().map(entry -> entry.path("kind").asText() + " " + entry.path("consignment").asText()).toList();
    }
}
