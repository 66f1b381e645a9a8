package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A declaration that differs from the accepted manifest: the declarant is told, with the place in the declaration. */
class AgreementWithManifestTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final TestParty LINE = HUB.party("HUBLINE");
    private static final TestParty FORWARDER = HUB.party("HUBFWD");

    private final long seed = HUB.freshSeed();
    private final Shipment shipment = Shipment.of(seed, 0);
    private final Shipment other = Shipment.of(seed, 1);

    @Test
    void tellsTheDeclarantOfAContainerThatTheManifestDoesNotListAndWhereItStands() {
        LINE.submitAccepted(Voyages.cuscar(List.of(shipment), "M" + seed));
        await().until(() -> LINE.consignment(shipment.bill()).at("/consignment/manifest").asText().equals("accepted"));
        String declaration = new String(Voyages.cusdec(shipment, "D" + seed), StandardCharsets.ISO_8859_1)
                .replace(shipment.container(), other.container());

        String interchange = FORWARDER.submitAccepted(declaration.getBytes(StandardCharsets.ISO_8859_1)).at("/interchange/id").asText();

        await().untilAsserted(() -> assertThat(FORWARDER.list("/api/interchanges/" + interchange + "/findings"))
                .filteredOn(finding -> finding.path("code").asText().equals("DECLARED_CONTAINER_NOT_MANIFESTED")).hasSize(1));
        JsonNode finding = FORWARDER.list("/api/interchanges/" + interchange + "/findings").stream()
                .filter(one -> one.path("code").asText().startsWith("DECLARED")).findFirst().orElseThrow();
        assertThat(finding.path("found").asText()).isEqualTo(other.container());
        assertThat(finding.path("segment").asText()).isEqualTo("EQD");
        assertThat(finding.path("element").asInt()).isEqualTo(2);
        assertThat(finding.path("offset").asInt()).isEqualTo(declaration.indexOf(other.container()));
        assertThat(finding.path("quality").asText()).isEqualTo("consistency");
        assertThat(finding.at("/text/zh").asText()).isNotBlank();
    }

    @Test
    void tellsTheDeclarantWhenTheManifestComesLaterAndShowsBothSidesToCustomsOnly() {
        String declaration = FORWARDER.submitAccepted(declaring(other.container())).at("/interchange/id").asText();
        LINE.submitAccepted(Voyages.cuscar(List.of(shipment), "M" + seed));

        await().untilAsserted(() -> assertThat(FORWARDER.list("/api/interchanges/" + declaration + "/findings"))
                .extracting(finding -> finding.path("code").asText()).contains("DECLARED_CONTAINER_NOT_MANIFESTED"));
        assertThat(FORWARDER.list("/api/interchanges/" + declaration + "/findings").toString()).doesNotContain(shipment.container());
        String path = "/api/consignments/" + LINE.consignment(shipment.bill()).at("/consignment/id").asText() + "/discrepancies";
        assertThat(HUB.party("CNCUSTOMS").list(path)).filteredOn(found -> found.path("against").asText().equals("manifest"))
                .singleElement().satisfies(found -> {
                    assertThat(found.path("declared").asText()).isEqualTo(other.container());
                    assertThat(found.path("recorded").asText()).isEqualTo(shipment.container());
                    assertThat(found.path("mustAct").asText()).as("customs, once they have released it").isIn("declarant", "customs");
                    assertThat(found.has("settledAt")).isFalse();
                });
        assertThat(LINE.list(path)).isNotEmpty().allSatisfy(found -> assertThat(found.has("declared")).isFalse());
    }

    @Test
    void tellsTheDeclarantThatNoManifestOfTheVoyageListsItsBillUntilOneDoes() {
        LINE.submitAccepted(Voyages.cuscar(List.of(other), "M" + seed));
        await().until(() -> LINE.consignment(other.bill()).at("/consignment/manifest").asText().equals("accepted"));

        String declaration = FORWARDER.submitAccepted(Voyages.cusdec(shipment, "D" + seed)).at("/interchange/id").asText();

        await().untilAsserted(() -> assertThat(FORWARDER.list("/api/interchanges/" + declaration + "/findings"))
                .extracting(finding -> finding.path("code").asText()).contains("DECLARED_BILL_NOT_MANIFESTED"));
        LINE.submitAccepted(Voyages.cuscar(List.of(shipment), "N" + seed));
        await().untilAsserted(() -> assertThat(LINE.list("/api/consignments/" + LINE.consignment(shipment.bill()).at("/consignment/id").asText()
                + "/discrepancies")).isNotEmpty().allSatisfy(found -> assertThat(found.has("settledAt")).isTrue()));
    }

    private byte[] declaring(String container) {
        return new String(Voyages.cusdec(shipment, "D" + seed), StandardCharsets.ISO_8859_1).replace(shipment.container(), container)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
