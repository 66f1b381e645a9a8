package io.fairway.title;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.ledger.proof.Digest;
import io.fairway.usecase.title.FlatRecord;
import io.fairway.web.HttpCaller;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bulk cargo, released by quantity and fetched in parts over REST; the ledger shows commitments, the parties the quantity. */
@Tag("long")
class BulkReleaseTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
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
    void isFetchedInPartsUntilNothingIsLeftAndNoKilogramMore() {
        Shipment ore = Shipment.of(7_001, 0);
        send(ore, "BR1");
        JsonNode release = released(ore.bill(), "25000");

        JsonNode first = fetched(release, "18000");
        JsonNode tooMuch = redeem(release, "7001", "KGM");
        JsonNode otherUnit = redeem(release, "7", "TNE");

        assertThat(first.path("state").asText()).isEqualTo("active");
        assertThat(first.at("/bulk/taken").asLong()).isEqualTo(18_000);
        assertThat(tooMuch.path("state").asText() + " " + tooMuch.path("code").asText()).isEqualTo("refused FW-QUANTITY");
        assertThat(otherUnit.path("state").asText() + " " + otherUnit.path("code").asText()).isEqualTo("refused FW-QUANTITY");

        JsonNode last = fetched(release, "7000");
        assertThat(last.path("state").asText()).isEqualTo("redeemed");
        assertThat(last.at("/bulk/goods").asText() + ": " + last.at("/bulk/amount").asLong() + " " + last.at("/bulk/unit").asText() + ", "
                + last.at("/bulk/taken").asLong() + " taken").isEqualTo("Iron ore fines: 25000 KGM, 25000 taken");
        JsonNode afterwards = redeem(release, "1", "KGM");
        assertThat(afterwards.path("state").asText() + " " + afterwards.path("code").asText()).isEqualTo("refused FW-STATE");

        awaitWords(ore, "The carrier released 25000 KGM in bulk");
        awaitWords(ore, "18000 KGM was fetched");
        awaitWords(ore, "7000 KGM was fetched");
        assertThat(quantitiesThatDiffer()).isEmpty();
    }

    @Test
    void handsTheSignerWhatTheCommitmentStandsForAndShowsTheLedgerNoQuantity() {
        HttpResponse<byte[]> answer = hub.drafted("HUBLINE", "release.issue", wish("HUBL7777001", "31415"));
        JsonNode draft = HttpCaller.json(answer);
        FlatRecord intent = FlatRecord.read(draft.path("intent").asText());
        FlatRecord quantity = FlatRecord.read(draft.at("/unrecorded/quantity").asText());

        String opened = Digest.over(new byte[] {0}, HexFormat.of().parseHex(quantity.text("salt")),
                ("quantity=" + quantity.text("amount") + " " + quantity.text("unit")).getBytes(StandardCharsets.UTF_8)).hex();

        assertThat(quantity.text("amount") + " " + quantity.text("unit")).isEqualTo("31415 KGM");
        assertThat(opened).isEqualTo(intent.text("quantity"));
        assertThat(intent.canonical()).doesNotContain("31415").doesNotContainIgnoringCase("iron");
        assertThat(intent.find("amount")).isEmpty();
        assertThat(intent.list("units")).hasSize(1);
    }

    @Test
    void takesNoIntentWhoseQuantityIsMissingOrIsAnother() {
        JsonNode draft = HttpCaller.json(hub.drafted("HUBLINE", "release.issue", wish("HUBL7777002", "100")));
        JsonNode other = HttpCaller.json(hub.drafted("HUBLINE", "release.issue", wish("HUBL7777002", "900")));
        String intent = draft.path("intent").asText();

        assertThat(hub.handIn("HUBLINE", intent, Map.of(), "HUBLINE").statusCode()).isEqualTo(400);
        assertThat(hub.handIn("HUBLINE", intent, Map.of("quantity", other.at("/unrecorded/quantity").asText()), "HUBLINE").statusCode()).isEqualTo(400);
        assertThat(hub.handIn("HUBLINE", intent, Map.of("quantity", "{}"), "HUBLINE").statusCode()).isEqualTo(400);
        assertThat(hub.drafted("HUBLINE", "release.issue", "number", "HUBL7777002", "goods", "Iron ore fines").statusCode()).isEqualTo(400);
        for (String amount : List.of("0", "-1", "1.5", "9999999999999999")) {
            assertThat(hub.drafted("HUBLINE", "release.issue", wish("HUBL7777002", amount)).statusCode()).as(amount).isEqualTo(400);
        }
    }

    @Test
    void releasesAnewNoMoreThanWhatIsLeftOfAReleaseThatWasTakenBack() {
        JsonNode release = released("HUBL7777003", "500");
        fetched(release, "200");
        String revocation = hub.draft("HUBLINE", "release.revoke", "right", release.path("id").asText(), "reason", "error");
        HttpResponse<byte[]> asked = hub.handIn("HUBLINE.anna", revocation, "HUBLINE");
        assertThat(hub.as("HUBLINE.bo").post(asked.headers().firstValue("Location").orElseThrow() + "/confirmation", "application/json", new byte[0])
                .statusCode()).isEqualTo(200);
        assertThat(hub.settled("HUBLINE", asked).path("state").asText()).isEqualTo("recorded");

        JsonNode tooMuch = hub.act("HUBLINE", "release.issue", wish("HUBL7777003", "301"));
        JsonNode rest = hub.act("HUBLINE", "release.issue", wish("HUBL7777003", "300"));

        assertThat(tooMuch.path("state").asText() + " " + tooMuch.path("code").asText()).isEqualTo("refused FW-QUANTITY");
        assertThat(rest.path("state").asText()).isEqualTo("recorded");
    }

    private static String[] wish(String bill, String amount) {
        return new String[] {"number", bill, "recipient", "HUBFWD", "kind", "waybill", "root", ROOT, "terminal", "HUBTERM", "goods", "Iron ore fines",
            "amount", amount, "unit", "KGM", "charges", "settled", "validFrom", "2026-01-01T00:00:00Z", "validUntil", "2036-01-01T00:00:00Z"};
    }

    /** Released to the forwarder, whose haulier has accepted. */
    private static JsonNode released(String bill, String amount) {
        String id = hub.right("HUBFWD", hub.act("HUBLINE", "release.issue", wish(bill, amount)), 1).path("id").asText();
        hub.right("HUBHAUL", hub.act("HUBFWD", "release.nominate", "right", id, "recipient", "HUBHAUL"), 2);
        return hub.right("HUBTERM", hub.act("HUBHAUL", "release.acceptNomination", "right", id), 3);
    }

    /** The terminal left its key in the hub's custody, and hands in no signature of its own. */
    private static JsonNode redeem(JsonNode release, String amount, String unit) {
        JsonNode draft = HttpCaller.json(hub.drafted("HUBTERM", "release.redeem", "right", release.path("id").asText(), "recipient", "HUBHAUL",
                "amount", amount, "unit", unit));
        return hub.settled("HUBTERM", hub.handIn("HUBTERM", draft.path("intent").asText(), Map.of("quantity", draft.at("/unrecorded/quantity").asText())));
    }

    private static JsonNode fetched(JsonNode release, String amount) {
        long version = HttpCaller.json(hub.as("HUBTERM").get("/api/releases/" + release.path("id").asText())).path("version").asLong();
        JsonNode right = hub.right("HUBTERM", redeem(release, amount, "KGM"), version + 1);
        assertThat(right.at("/record/custody").asText()).isEqualTo("hub-custody");
        return right;
    }

    private static void send(Shipment ore, String interchange) {
        assertThat(hub.as("HUBLINE").post("/api/transmissions", "application/edifact", Voyages.bulkCuscar(ore, interchange)).statusCode()).isEqualTo(202);
    }

    private static void awaitWords(Shipment shipment, String words) {
        await().atMost(PATIENCE).until(() -> {
            JsonNode cases = HttpCaller.json(hub.as("HUBLINE").get("/api/consignments?bill=" + shipment.bill()));
            JsonNode timeline = HttpCaller.json(hub.as("HUBLINE").get("/api/consignments/" + cases.at("/items/0/id").asText("none") + "/timeline"));
            return timeline.path("items").valueStream().anyMatch(each -> each.at("/text/en").asText().contains(words));
        });
    }

    private static List<JsonNode> quantitiesThatDiffer() {
        return HttpCaller.json(hub.as("HUBOPS").get("/api/operations/ledger")).path("differences").valueStream().toList();
    }
}
