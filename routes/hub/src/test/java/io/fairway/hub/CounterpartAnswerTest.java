package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fairway.fixture.Fixtures;
import io.fairway.fixture.Shipment;
import org.junit.jupiter.api.Test;

/** A counterpart's own CONTRL moves the case that it is about. */
class CounterpartAnswerTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final TestParty LINE = HUB.party("TESTLINE");
    private static final TestParty CUSTOMS = HUB.party("CNTEST");

    @Test
    void rejectsTheManifestThatCustomsCouldNotRead() {
        long seed = HUB.freshSeed();
        String bill = Shipment.of(seed, 0).bill();
        LINE.submitAccepted(Fixtures.variant("bad/test-indicator.edi").replacing("HUBLBAD2600014", bill).underReference("T" + seed)
                .replacing("HUBLINE", "TESTLINE").replacing("HUBL:172", "TSTL:172").bytes());
        await().until(() -> HUB.counterpart("CNTEST").toldAbout(bill).size() == 1);
        assertThat(LINE.consignment(bill).at("/consignment/manifest").asText()).isEqualTo("lodged");
        String reference = CUSTOMS.list("/api/interchanges?direction=sent&limit=1").getFirst().path("reference").asText();

        CUSTOMS.submitAccepted(Fixtures.variant("edifact/contrl_reject.edi").replacing("CR0001", reference)
                .replacing("HUBLINE", "FAIRWAY").replacing("CNCUSTOMS", "CNTEST").replacing("+CT0002'\nUNH", "+CT0002++++++1'\nUNH").bytes());

        await().until(() -> LINE.consignment(bill).at("/consignment/manifest").asText().equals("rejected"));
        String id = LINE.consignment(bill).at("/consignment/id").asText();
        assertThat(LINE.list("/api/consignments/" + id + "/timeline")).extracting(entry -> entry.path("event").asText())
                .containsExactly("ManifestLodged", "TechnicallyRejected");
    }
}
