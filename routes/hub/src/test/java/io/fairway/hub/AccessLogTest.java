package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who owns a case reads who looked at it. */
@Tag("long")
class AccessLogTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final Shipment SHIPMENT = Shipment.of(HUB.freshSeed(), 0);
    private static String consignment = "";

    @BeforeAll
    static void manyLookAtACase() {
        HUB.party("HUBLINE").submitAccepted(Voyages.cuscar(List.of(SHIPMENT), "AL" + HUB.freshSeed()));
        HUB.party("HUBFWD").submitAccepted(Voyages.cusdec(SHIPMENT, "AD" + HUB.freshSeed()));
        await().atMost(Duration.ofMinutes(1)).until(() -> HUB.party("HUBFWD").list("/api/declarations?lrn=" + SHIPMENT.lrn()).stream()
                .anyMatch(found -> found.path("stage").asText().equals("released")));
        consignment = HUB.party("HUBLINE").consignment(SHIPMENT.bill()).at("/consignment/id").asText();
        HUB.party("HUBLINE").create("/api/grants", Map.of("party", "OTHERBANK", "consignment", consignment, "validUntil",
                Instant.now().plus(Duration.ofDays(365)).toString()));
        HUB.party("OTHERBANK.anna").read("/api/consignments/" + consignment);
        HUB.party("CNCUSTOMS.anna").read("/api/consignments/" + consignment + "/discrepancies");
    }

    private static List<JsonNode> looks(String party) {
        return HUB.party(party).list("/api/consignments/" + consignment + "/looks?limit=200");
    }

    private static boolean by(JsonNode look, String party, String operation) {
        return look.path("party").asText().equals(party) && look.path("operation").asText().equals(operation);
    }

    @Test
    void tellsCarrierAndDeclarantThatCustomsLookedButNotWho() {
        for (String owner : List.of("HUBLINE", "HUBFWD")) {
            assertThat(looks(owner)).anySatisfy(look -> {
                assertThat(by(look, "CNCUSTOMS", "discrepancies")).isTrue();
                assertThat(look.has("person")).isFalse();
            }).noneMatch(look -> look.path("party").asText().equals(owner));
        }
    }

    @Test
    void tellsOfALookByAGrantItsGiverOnly() {
        assertThat(looks("HUBLINE")).anySatisfy(look -> {
            assertThat(by(look, "OTHERBANK", "consignment")).isTrue();
            assertThat(look.path("person").asText()).isEqualTo("anna");
        });
        assertThat(looks("HUBFWD")).noneMatch(look -> look.path("party").asText().equals("OTHERBANK"));
    }

    @Test
    void tellsNobodyElseAnything() {
        assertThat(looks("CNCUSTOMS")).isEmpty();
        assertThat(looks("OTHERBANK")).isEmpty();
        assertThat(HUB.party("OTHERFWD").get("/api/consignments/" + consignment + "/looks").statusCode()).isEqualTo(404);
        assertThat(HUB.party("OTHERLINE").get("/api/consignments/" + consignment + "/looks").statusCode()).isEqualTo(404);
    }

    @Test
    void showsItAsAPage() {
        Browser forwarder = Browser.signedIn(HUB.port(), HUB.process().home(), "HUBFWD.anna");

        assertThat(forwarder.page("/console/consignments/" + consignment + "?live=off")).contains("Who looked");
        assertThat(forwarder.page("/console/consignments/" + consignment + "/looks")).contains("discrepancies").doesNotContain("OTHERBANK");
    }
}
