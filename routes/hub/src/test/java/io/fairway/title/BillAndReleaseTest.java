package io.fairway.title;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.web.HttpCaller;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bill from issue to delivery and the release that follows, each act signed by its party; and who may not. */
@Tag("long")
class BillAndReleaseTest {
    private static final String ROOT = "ab".repeat(32);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

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

    private static JsonNode issued() {
        JsonNode act = hub.act("HUBLINE", "bill.issue", "number", "HUBL%07d".formatted(NUMBERS.incrementAndGet()), "recipient", "HUBFWD",
                "form", "order", "orderTo", "HUBFWD", "root", ROOT);
        return hub.right("HUBFWD", act, 1);
    }

    @Test
    void saysThatItIsNotFabric() {
        assertThat(hub.health().at("/details/ledger").asText()).isEqualTo("development ledger, not Fabric");
    }

    @Test
    void goesFromTheCarrierByWayOfTheBankBackToTheCarrierAndOutOfTheGate() {
        String bill = issued().path("id").asText();
        recorded(hub.act("HUBFWD", "bill.pledge", "right", bill, "recipient", "HUBBANK"), "HUBBANK", 2);
        recorded(hub.act("HUBBANK", "bill.releasePledge", "right", bill), "HUBFWD", 3);
        recorded(hub.act("HUBFWD", "bill.surrender", "right", bill, "purpose", "delivery"), "HUBLINE", 4);
        JsonNode accomplished = recorded(hub.act("HUBLINE", "bill.acceptSurrender", "right", bill), "HUBLINE", 5);
        assertThat(accomplished.path("state").asText()).isEqualTo("accomplished");

        JsonNode release = recorded(hub.act("HUBLINE", "release.issue", "bill", bill, "recipient", "HUBFWD", "kind", "surrender", "root", ROOT,
                "terminal", "HUBTERM", "containers", "HUBU1000005", "charges", "settled", "validFrom", "2026-01-01T00:00:00Z",
                "validUntil", "2036-01-01T00:00:00Z"), "HUBFWD", 1);
        recorded(hub.act("HUBFWD", "release.nominate", "right", release.path("id").asText(), "recipient", "HUBHAUL"), "HUBHAUL", 2);
        JsonNode accepted = recorded(hub.act("HUBHAUL", "release.acceptNomination", "right", release.path("id").asText()), "HUBTERM", 3);
        assertThat(accepted.at("/record/haulier").asText()).isEqualTo("hubhaul");

        List<String> history = HttpCaller.json(hub.as("HUBLINE").get("/api/bills/" + bill + "/history")).path("items").valueStream()
                .map(event -> event.path("action").asText() + " " + event.path("custody").asText()).toList();
        assertThat(history).containsExactly("bill.issue party-held", "bill.pledge party-held", "bill.releasePledge party-held",
                "bill.surrender party-held", "bill.acceptSurrender party-held");
    }

    @Test
    void isNotMovedByOneWhoDoesNotHoldIt() {
        String bill = issued().path("id").asText();

        JsonNode act = hub.act("HUBLINE", "bill.offer", "right", bill, "recipient", "HUBBANK", "deadline", "2026-12-01T00:00:00Z");

        assertThat(act.path("state").asText() + " " + act.path("code").asText()).isEqualTo("refused FW-NOT-ENTITLED");
    }

    @Test
    void isNotMovedByAnotherPartysSignature() {
        String bill = issued().path("id").asText();
        String intent = hub.draft("HUBFWD", "bill.pledge", "right", bill, "recipient", "HUBBANK");

        JsonNode act = hub.settled("HUBFWD", hub.handIn("HUBFWD", intent, "HUBLINE"));

        assertThat(act.path("state").asText() + " " + act.path("code").asText()).isEqualTo("refused FW-KEY-FOREIGN");
    }

    @Test
    void isNotThereForWhomItDoesNotName() {
        String bill = issued().path("id").asText();

        assertThat(hub.as("OTHERFWD").get("/api/bills/" + bill).statusCode()).isEqualTo(404);
        assertThat(hub.as("OTHERFWD").get("/api/bills/" + bill + "/history").statusCode()).isEqualTo(404);
        assertThat(HttpCaller.json(hub.as("OTHERFWD").get("/api/bills")).path("items")).isEmpty();
        assertThat(hub.drafted("OTHERFWD", "bill.surrender", "right", bill, "purpose", "delivery").statusCode()).isEqualTo(404);
    }

    @Test
    void takesTheSameIntentOnceAndOtherContentUnderItsEventNotAtAll() {
        String bill = issued().path("id").asText();
        String intent = hub.draft("HUBFWD", "bill.pledge", "right", bill, "recipient", "HUBBANK");
        JsonNode first = HttpCaller.json(hub.handIn("HUBFWD", intent, "HUBFWD"));

        assertThat(HttpCaller.json(hub.handIn("HUBFWD", intent, "HUBFWD")).path("id")).isEqualTo(first.path("id"));
        assertThat(hub.handIn("HUBFWD", intent.replace("hubbank", "otherbank"), "HUBFWD").statusCode()).isEqualTo(409);
    }

    @Test
    void hasOneWinnerWhenTransferPledgeAndSurrenderRace() throws Exception {
        for (int race = 0; race < 5; race++) {
            JsonNode bill = issued();
            String id = bill.path("id").asText();
            List<String> intents = List.of(
                    hub.draft("HUBFWD", "bill.offer", "right", id, "recipient", "HUBBANK", "deadline", "2026-12-01T00:00:00Z"),
                    hub.draft("HUBFWD", "bill.pledge", "right", id, "recipient", "HUBBANK"),
                    hub.draft("HUBFWD", "bill.surrender", "right", id, "purpose", "delivery"));
            try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
                Stream<Callable<JsonNode>> acts = intents.stream().map(intent -> () -> hub.settled("HUBFWD", hub.handIn("HUBFWD", intent, "HUBFWD")));
                List<String> outcomes = racers.invokeAll(acts.toList()).stream().map(each -> each.resultNow().path("state").asText()).sorted().toList();
                assertThat(outcomes).containsExactly("recorded", "refused", "refused");
            }
        }
    }

    @Test
    void aReleaseIsRevokedByTwoPersonsOfTheCarrierAndNeverByOne() {
        String bill = issued().path("id").asText();
        recorded(hub.act("HUBFWD", "bill.surrender", "right", bill, "purpose", "delivery"), "HUBLINE", 2);
        recorded(hub.act("HUBLINE", "bill.acceptSurrender", "right", bill), "HUBLINE", 3);
        String release = recorded(hub.act("HUBLINE", "release.issue", "bill", bill, "recipient", "HUBFWD", "kind", "surrender", "root", ROOT,
                "terminal", "HUBTERM", "containers", "HUBU1000010", "charges", "settled", "validFrom", "2026-01-01T00:00:00Z",
                "validUntil", "2036-01-01T00:00:00Z"), "HUBFWD", 1).path("id").asText();
        String intent = hub.draft("HUBLINE", "release.revoke", "right", release, "reason", "error");

        assertThat(hub.handIn("HUBLINE", intent, "HUBLINE").statusCode()).as("a system").isEqualTo(403);
        var asked = hub.handIn("HUBLINE.anna", intent, "HUBLINE");
        JsonNode act = HttpCaller.json(asked);
        String approval = asked.headers().firstValue("Location").orElseThrow();
        assertThat(act.path("state").asText()).isEqualTo("awaits_second_person");
        assertThat(approval).isEqualTo("/api/approvals/" + act.path("id").asText());
        assertThat(HttpCaller.json(hub.handIn("HUBLINE.anna", intent, "HUBLINE"))).as("the same again").isEqualTo(act);
        assertThat(hub.handIn("HUBLINE.anna", intent.replace("error", "other"), "HUBLINE").statusCode()).isEqualTo(409);
        assertThat(HttpCaller.json(hub.as("HUBLINE").get("/api/acts/" + act.path("id").asText()))).isEqualTo(act);
        assertThat(confirmed("HUBLINE.anna", approval)).as("the first person").isEqualTo(403);
        assertThat(confirmed("HUBLINE", approval)).as("a system").isEqualTo(403);
        assertThat(confirmed("HUBFWD.bo", approval)).as("another organisation's").isEqualTo(404);
        assertThat(stateOf("/api/releases/" + release)).isEqualTo("active");

        assertThat(confirmed("HUBLINE.bo", approval)).isEqualTo(200);
        assertThat(recorded(hub.settled("HUBLINE", asked), "HUBLINE", 2).path("state").asText()).isEqualTo("revoked");
        assertThat(confirmed("HUBLINE.bo", approval)).as("again").isEqualTo(404);
        assertThat(hub.handIn("HUBLINE.anna", intent, "HUBLINE").headers().firstValue("Location").orElseThrow())
                .isEqualTo("/api/acts/" + act.path("id").asText());
    }

    @Test
    void aBillIsVoidedByTwoPersonsAndNotWhenTheSecondRefuses() {
        String bill = issued().path("id").asText();
        var refused = hub.handIn("HUBLINE.anna", hub.draft("HUBLINE", "bill.makeVoid", "right", bill, "reason", "error"), "HUBLINE", "HUBFWD");
        String approval = refused.headers().firstValue("Location").orElseThrow();
        assertThat(hub.as("HUBLINE.bo").post(approval + "/refusal", "application/json", new byte[0]).statusCode()).isEqualTo(200);
        assertThat(confirmed("HUBLINE.bo", approval)).isEqualTo(404);
        assertThat(hub.as("HUBLINE").get("/api/acts/" + HttpCaller.json(refused).path("id").asText()).statusCode()).isEqualTo(404);
        assertThat(stateOf("/api/bills/" + bill)).isEqualTo("held");

        var asked = hub.handIn("HUBLINE.bo", hub.draft("HUBLINE", "bill.makeVoid", "right", bill, "reason", "error"), "HUBLINE", "HUBFWD");
        assertThat(confirmed("HUBLINE.anna", asked.headers().firstValue("Location").orElseThrow())).isEqualTo(200);
        assertThat(recorded(hub.settled("HUBLINE", asked), "HUBLINE", 2).path("state").asText()).isEqualTo("void");
    }

    private static int confirmed(String person, String approval) {
        return hub.as(person).post(approval + "/confirmation", "application/json", new byte[0]).statusCode();
    }

    private static String stateOf(String right) {
        return HttpCaller.json(hub.as("HUBLINE").get(right)).path("state").asText();
    }

    @Test
    void givesTheReceiptOfAnActToItsPartyOnly() {
        JsonNode act = hub.act("HUBLINE", "bill.issue", "number", "HUBL%07d".formatted(NUMBERS.incrementAndGet()), "recipient", "HUBFWD",
                "form", "order", "orderTo", "HUBFWD", "root", ROOT);
        String receipt = "/api/acts/" + act.path("id").asText() + "/receipt";

        assertThat(hub.as("HUBLINE").get(receipt).body()).startsWith("FWLR".getBytes(StandardCharsets.US_ASCII));
        assertThat(hub.as("HUBFWD").get(receipt).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesASecondFinancingHoweverItIsWrittenAndLetsBothSidesReachEachOtherUnnamed() {
        String number = "HUBL%07d".formatted(NUMBERS.incrementAndGet());
        JsonNode first = recorded(hub.act("HUBBANK", "financing.claim", "carrier", "HUBLINE", "number", number, "invoice", "INV-2026/0042",
                "amount", "120000 USD"), "HUBBANK", 1);
        String otherwise = " " + number.toLowerCase(Locale.ROOT).replace("hubl", "hubl ") + ".";

        JsonNode second = hub.act("OTHERBANK", "financing.claim", "carrier", "HUBLINE", "number", otherwise, "invoice", "inv 2026 0042",
                "amount", "USD 120,000.00");

        assertThat(second.path("state").asText()).isEqualTo("recorded");
        assertThat(first.path("state").asText() + " " + first.path("number").asText()).isEqualTo("active " + number);
        JsonNode told = clash("OTHERBANK");
        assertThat(clash("HUBBANK").path("contact")).isEqualTo(told.path("otherContact"));
        assertThat(told.toString()).doesNotContainIgnoringCase("hubbank").doesNotContain(number);
        assertThat(HttpCaller.json(hub.as("OTHERBANK").get("/api/financings")).path("items")).isEmpty();

        String letters = "/api/financing-clashes/" + told.path("id").asText() + "/messages";
        assertThat(hub.as("OTHERBANK").post(letters, "application/json", "{\"text\":\"We hold the original.\"}".getBytes(StandardCharsets.UTF_8))
                .statusCode()).isEqualTo(201);
        assertThat(HttpCaller.json(hub.as("HUBBANK").get(letters)).at("/items/0/by").asText()).isEqualTo("other");
        assertThat(hub.as("HUBFWD").get(letters).statusCode()).isEqualTo(403);

        recorded(hub.act("HUBBANK", "financing.end", "right", first.path("id").asText()), "HUBBANK", 2);
        recorded(hub.act("OTHERBANK", "financing.claim", "carrier", "HUBLINE", "number", number, "invoice", "INV-2026/0042", "amount", "120000 USD"),
                "OTHERBANK", 3);
    }

    @Test
    void takesNoClaimUnderAnothersHandle() {
        String intent = hub.draft("HUBBANK", "financing.claim", "carrier", "HUBLINE", "number", "HUBL1", "invoice", "1", "amount", "1 EUR");

        assertThat(hub.handIn("OTHERBANK", intent.replace("\"actor\":\"hubbank\"", "\"actor\":\"otherbank\""), "OTHERBANK").statusCode()).isEqualTo(404);
        assertThat(hub.drafted("HUBBANK", "financing.claim", "carrier", "HUBLINE", "number", "HUBL1", "invoice", "1", "amount", "much").statusCode())
                .isEqualTo(400);
    }

    private static JsonNode clash(String bank) {
        return await().atMost(Duration.ofMinutes(1)).until(() -> HttpCaller.json(hub.as(bank).get("/api/financing-clashes")).at("/items/0"),
                JsonNode::isObject);
    }

    private static JsonNode recorded(JsonNode act, String party, long version) {
        return hub.right(party, act, version);
    }
}
