package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Fixtures;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Variant;
import io.fairway.fixture.Voyages;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Test and live never meet. */
class TestIndicatorTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final TestParty LINE = HUB.party("HUBLINE");

    private final long seed = HUB.freshSeed();
    private final Shipment shipment = Shipment.of(seed, 0);

    private Variant inTest() {
        return Fixtures.variant("bad/test-indicator.edi").replacing("HUBLBAD2600014", shipment.bill()).underReference("T" + seed);
    }

    @Test
    void keepsATestOffTheLiveCaseAndItsCounterparts() {
        LINE.submitAccepted(Voyages.cuscar(List.of(shipment), "M" + seed));
        await().until(() -> live().path("manifest").asText().equals("accepted"));
        JsonNode before = live();

        LINE.submitAccepted(inTest().bytes());

        await().until(() -> HUB.counterpart("CNTEST").toldAbout(shipment.bill()).size() == 1);
        assertThat(live()).isEqualTo(before);
        assertThat(HUB.counterpart("CNCUSTOMS").toldAbout(shipment.bill())).hasSize(1);
        assertThat(HUB.party("CNTEST").list("/api/consignments?bill=" + shipment.bill())).hasSize(1)
                .allMatch(found -> found.path("environment").asText().equals("test"));
    }

    private JsonNode live() {
        return LINE.list("/api/consignments?bill=" + shipment.bill()).stream()
                .filter(found -> found.path("environment").asText().equals("live")).findFirst().orElseThrow();
    }

    @Test
    void refusesALiveInterchangeOfAPartyInTest() {
        byte[] live = Fixtures.variant("bad/same-reference-first.edi").replacing("HUBLINE", "TESTLINE").replacing("HUBL:172", "TSTL:172")
                .replacing("HUBLBAD2600008", shipment.bill()).underReference("T" + seed).bytes();

        JsonNode interchange = HUB.party("TESTLINE").submit(live).at("/interchanges/0");

        assertThat(interchange.at("/interchange/verdict").asText()).isEqualTo("rejected");
        assertThat(interchange.at("/findings/0/code").asText()).isEqualTo("LIVE_FROM_TEST_PARTY");
        assertThat(HUB.party("TESTLINE").list("/api/consignments?bill=" + shipment.bill())).isEmpty();
        assertThat(HUB.counterpart("CNCUSTOMS").toldAbout(shipment.bill())).isEmpty();
        assertThat(HUB.counterpart("CNTEST").toldAbout(shipment.bill())).isEmpty();
    }

    @Test
    void takesATestOfAPartyInTestToCountersInTestOnly() {
        byte[] test = inTest().replacing("HUBLINE", "TESTLINE").replacing("HUBL:172", "TSTL:172").bytes();

        HUB.party("TESTLINE").submitAccepted(test);

        await().until(() -> HUB.counterpart("CNTEST").toldAbout(shipment.bill()).size() == 1);
        assertThat(HUB.counterpart("CNCUSTOMS").toldAbout(shipment.bill())).isEmpty();
        assertThat(LINE.list("/api/consignments?bill=" + shipment.bill())).isEmpty();
    }
}
