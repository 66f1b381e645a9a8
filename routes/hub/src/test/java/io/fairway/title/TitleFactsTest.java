package io.fairway.title;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.web.HttpCaller;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the ledger tells becomes facts of the case, and what the case tells becomes facts on the ledger. */
@Tag("long")
class TitleFactsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ROOT = "ab".repeat(32);

    @TempDir
    static Path folder;
    private static LedgerHub hub;

    @BeforeAll
    static void start() {
        assumeTrue(Files.exists(LedgerHub.CONTRACT.resolve("contract.jar")), "the contract is not packaged");
        hub = LedgerHub.start(folder).awaitLedger();
    }

    @AfterAll
    static void stop() {
        if (Files.exists(LedgerHub.CONTRACT.resolve("contract.jar"))) {
            hub.close();
        }
    }

    @Test
    void theAcceptedSurrenderOfTheBillLetsItsCarrierRelease() {
        Shipment shipment = Shipment.of(5_001, 0);
        String bill = hub.right("HUBFWD", hub.act("HUBLINE", "bill.issue", "number", shipment.bill(), "recipient", "HUBFWD", "form", "order",
                "orderTo", "HUBFWD", "root", ROOT), 1).path("id").asText();
        send("HUBLINE", Voyages.cuscar(List.of(shipment), "TF1"));
        awaitEvent(shipment, "BillMoved", "The carrier issued the electronic bill.");

        send("HUBLINE", Voyages.coreor(shipment, "TF2"));
        JsonNode waiting = awaitEvent(shipment, "CarrierReleased", "The carrier released its containers");
        assertThat(waiting.path("stands").asText() + " " + waiting.at("/standsReason/code").asText()).isEqualToIgnoringCase("kept BILL_NOT_SURRENDERED");

        hub.right("HUBLINE", hub.act("HUBFWD", "bill.surrender", "right", bill, "purpose", "delivery"), 2);
        awaitEvent(shipment, "BillMoved", "The electronic bill was surrendered for delivery.");
        hub.right("HUBLINE", hub.act("HUBLINE", "bill.acceptSurrender", "right", bill), 3);
        awaitEvent(shipment, "BillMoved", "The carrier accepted the surrender of the electronic bill.");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(awaitEvent(shipment, "CarrierReleased", "The carrier released its containers")
                .path("stands").asText()).isEqualToIgnoringCase("applied"));
    }

    @Test
    void aReleaseIssuedAnewAfterOneThatWasTakenBackCountsThoughItSaysItIsValidFromEarlier() {
        Shipment shipment = Shipment.of(5_003, 0);
        send("HUBLINE", Voyages.cuscar(List.of(shipment), "TF6"));
        awaitEvent(shipment, "ManifestLodged", "was lodged");
        JsonNode first = released(shipment, "2026-02-01T00:00:00Z");
        awaitEvent(shipment, "CarrierReleased", "The carrier released its containers");
        HttpResponse<byte[]> asked = hub.handIn("HUBLINE.anna", hub.draft("HUBLINE", "release.revoke", "right", first.path("id").asText(), "reason",
                "error"), "HUBLINE");
        assertThat(hub.as("HUBLINE.bo").post(asked.headers().firstValue("Location").orElseThrow() + "/confirmation", "application/json", new byte[0])
                .statusCode()).isEqualTo(200);
        hub.right("HUBLINE", hub.settled("HUBLINE", asked), 2);
        awaitEvent(shipment, "CarrierReleaseRevoked", "took back its release");

        JsonNode second = released(shipment, "2026-01-01T00:00:00Z");

        String reference = reference(second);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(HttpCaller.json(hub.as("HUBLINE").get("/api/containers?number=" + shipment.container()))
                .at("/items/0/carrierRelease/reference").asText()).isEqualTo(reference));
    }

    private static JsonNode released(Shipment shipment, String from) {
        return hub.right("HUBLINE", hub.act("HUBLINE", "release.issue", "number", shipment.bill(), "recipient", "HUBFWD", "kind", "waybill", "root", ROOT,
                "terminal", "HUBTERM", "containers", shipment.container(), "charges", "settled", "validFrom", from,
                "validUntil", "2036-01-01T00:00:00Z"), 1);
    }

    /** As the terminal's order has it: the id on the ledger without hyphens. */
    private static String reference(JsonNode release) {
        String[] subject = release.path("subject").asText().split("/");
        return subject[2].replace("-", "");
    }

    @Test
    void theTerminalsReportIsItsAttestationAndShowsNothingInClear() {
        Shipment shipment = Shipment.of(5_002, 0);
        send("HUBLINE", Voyages.cuscar(List.of(shipment), "TF3"));
        awaitEvent(shipment, "ManifestLodged", "was lodged");
        send("CNCUSTOMS", Voyages.manifestAccepted(shipment, "TF5"));
        awaitEvent(shipment, "CustomsDecided", "Customs accepted the manifest");
        send("HUBTERM", Voyages.coarri(List.of(shipment), "TF4"));
        awaitEvent(shipment, "ContainerDischarged", "was discharged");

        JsonNode attested = await().atMost(PATIENCE).until(() -> HttpCaller.json(hub.as("HUBLINE").get("/api/attestations")).path("items").valueStream()
                .filter(each -> each.at("/record/fact").asText().equals("discharged")).findFirst().orElse(HttpCaller.json(hub.as("HUBLINE")
                        .get("/api/attestations")).path("none")), JsonNode::isObject);

        assertThat(attested.at("/record/by").asText() + " " + attested.at("/record/custody").asText()).isEqualTo("hubterm hub-custody");
        assertThat(attested.at("/record/about").asText() + attested.at("/record/root").asText()).matches("[0-9a-f]{128}");
        assertThat(attested.path("record").toString()).doesNotContain(shipment.container()).doesNotContain(shipment.bill());
        assertThat(HttpCaller.json(hub.as("OTHERFWD").get("/api/attestations")).path("items")).as("who does not see the case").isEmpty();
    }

    @Test
    void aFactIsAttestedByAnOwnKeyOfWhoIsEntitledToItAndByNobodyElse() {
        JsonNode called = hub.act("HUBMSA", "attestation.make", "fact", "vessel-called", "containers", "HUBU1000005", "root", ROOT);
        JsonNode usurped = hub.act("HUBMSA", "attestation.make", "fact", "customs-released", "containers", "HUBU1000005", "root", ROOT);

        assertThat(called.path("state").asText()).isEqualTo("recorded");
        assertThat(usurped.path("state").asText() + " " + usurped.path("code").asText()).isEqualTo("refused FW-ROLE");
        assertThat(hub.handIn("HUBFWD", hub.draft("HUBFWD", "attestation.make", "fact", "discharged", "containers", "HUBU1000005", "root", ROOT),
                "HUBFWD").statusCode()).isEqualTo(403);
    }

    private static void send(String party, byte[] document) {
        assertThat(hub.as(party).post("/api/transmissions", "application/edifact", document).statusCode()).isEqualTo(202);
    }

    /** The newest such event of the case, as its carrier reads it. */
    private static JsonNode awaitEvent(Shipment shipment, String kind, String words) {
        return await().atMost(PATIENCE).until(() -> event(shipment, kind, words), JsonNode::isObject);
    }

    private static JsonNode event(Shipment shipment, String kind, String words) {
        JsonNode cases = HttpCaller.json(hub.as("HUBLINE").get("/api/consignments?bill=" + shipment.bill()));
        JsonNode timeline = HttpCaller.json(hub.as("HUBLINE").get("/api/consignments/" + cases.at("/items/0/id").asText("none") + "/timeline"));
        return timeline.path("items").valueStream().filter(each -> each.path("event").asText().equals(kind)
                && each.at("/text/en").asText().contains(words)).reduce((earlier, later) -> later).orElse(timeline.path("none"));
    }
}
