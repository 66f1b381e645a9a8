package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Fixtures;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Licences, certificates of origin and packing lists: taken in as documents, named by declarations, compared with them. */
class TradeDocumentTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final TestParty CUSTOMS = HUB.party("CNCUSTOMS");
    private static final TestParty FORWARDER = HUB.party("HUBFWD");

    private final long seed = HUB.freshSeed();
    private final Shipment shipment = Shipment.of(seed, 0);
    private final String number = "AUT-" + seed;

    @Test
    void aDeclarationThatNamesAnUnknownLicenceIsToldSoUntilTheLicenceArrives() {
        HUB.party("HUBLINE").submitAccepted(Voyages.cuscar(List.of(shipment), "M" + seed));
        String declaration = FORWARDER.submitAccepted(naming("911", number)).at("/interchange/id").asText();
        await().untilAsserted(() -> assertThat(codes(declaration)).contains("DOCUMENT_UNKNOWN"));
        JsonNode finding = FORWARDER.list("/api/interchanges/" + declaration + "/findings").stream()
                .filter(one -> one.path("code").asText().equals("DOCUMENT_UNKNOWN")).findFirst().orElseThrow();
        assertThat(finding.path("segment").asText()).isEqualTo("DOC");

        CUSTOMS.submitAccepted(licence("2026-12-31"));

        await().untilAsserted(() -> assertThat(againstDocuments()).singleElement().satisfies(found ->
                assertThat(found.has("settledAt")).isTrue()));
    }

    @Test
    void aLicenceThatHasEndedIsToldToTheDeclarantWhenItComesLate() {
        HUB.party("HUBLINE").submitAccepted(Voyages.cuscar(List.of(shipment), "M" + seed));
        String declaration = FORWARDER.submitAccepted(naming("911", number)).at("/interchange/id").asText();
        await().untilAsserted(() -> assertThat(codes(declaration)).contains("DOCUMENT_UNKNOWN"));

        CUSTOMS.submitAccepted(licence("2026-02-01"));

        await().untilAsserted(() -> assertThat(codes(declaration)).contains("LICENCE_NOT_IN_FORCE"));
        assertThat(againstDocuments()).filteredOn(found -> !found.has("settledAt")).singleElement().satisfies(found -> {
            assertThat(found.path("code").asText()).isEqualTo("LICENCE_NOT_IN_FORCE");
            assertThat(found.path("recorded").asText()).isEqualTo("2026-01-01 to 2026-02-01");
        });
    }

    @Test
    void onlyAnAuthorityIssuesLicences() {
        byte[] forged = new String(licence("2026-12-31"), StandardCharsets.UTF_8).replace("CNCUSTOMS", "HUBFWD").getBytes(StandardCharsets.UTF_8);
        FORWARDER.submitAccepted(forged);

        String declaration = FORWARDER.submitAccepted(naming("911", number)).at("/interchange/id").asText();

        await().untilAsserted(() -> assertThat(codes(declaration)).contains("DOCUMENT_UNKNOWN"));
    }

    @Test
    void aPackingListThatDoesNotAddUpIsToldToItsSender() {
        byte[] list = Fixtures.text("trade/packing-list.json").replace("PL0001", "PL" + seed).getBytes(StandardCharsets.UTF_8);

        String interchange = FORWARDER.submitAccepted(list).at("/interchange/id").asText();

        assertThat(codes(interchange)).containsExactly("PACKAGES_DO_NOT_ADD_UP");
        assertThat(FORWARDER.list("/api/interchanges/" + interchange + "/findings").getFirst().path("line").asInt()).isPositive();
    }

    private List<String> codes(String interchange) {
        return FORWARDER.list("/api/interchanges/" + interchange + "/findings").stream().map(finding -> finding.path("code").asText()).toList();
    }

    private List<JsonNode> againstDocuments() {
        String id = HUB.party("HUBLINE").consignment(shipment.bill()).at("/consignment/id").asText();
        return CUSTOMS.list("/api/consignments/" + id + "/discrepancies").stream()
                .filter(found -> found.path("against").asText().equals("document")).toList();
    }

    private byte[] naming(String type, String document) {
        return new String(Voyages.cusdec(shipment, "D" + seed), StandardCharsets.ISO_8859_1).replace("DOC+380+INV-" + shipment.lrn(),
                "DOC+" + type + "+" + document).getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] licence(String until) {
        return Fixtures.text("trade/licence.json").replace("LIC0001", "L" + seed + "-" + until).replace("AUT-2026-000123", number)
                .replace("2026-12-31", until).getBytes(StandardCharsets.UTF_8);
    }
}
