package io.fairway.title;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.fixture.simulator.CustomsSimulator;
import io.fairway.ledger.proof.LedgerReceipt;
import io.fairway.web.HttpCaller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a bank is told of a trade whose bill is on the ledger, and what it can prove of it once the hub is switched off. */
@Tag("long")
class BankTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Shipment SHIPMENT = Shipment.of(7, 0);
    private static final String NEXT_YEAR = Instant.now().plus(Duration.ofDays(365)).toString();
    private static final String TERMS = "&customer=HUBFWD&invoice=INV-2026/0042&amount=120000.00%20USD";

    @TempDir
    static Path folder;
    private static JsonNode before;
    private static JsonNode financed;
    private static JsonNode pledged;
    private static JsonNode surrenderAlone;
    private static JsonNode watched;
    private static JsonNode told;
    private static List<Integer> sightOfOthers;
    private static int withoutSuchFact;
    private static final Map<String, Path> PROOFS = new TreeMap<>();

    @BeforeAll
    static void asksProvesAndSwitchesTheHubOff() throws IOException {
        assumeTrue(Files.exists(LedgerHub.CONTRACT.resolve("contract.jar")), "the contract is not packaged");
        try (CustomsSimulator customs = CustomsSimulator.start("CNCUSTOMS", 0, Clock.systemUTC())) {
            asksAndProves(customs);
        }
    }

    private static void asksAndProves(CustomsSimulator customs) throws IOException {
        Path counterparts = Files.writeString(folder.resolve("counterparts.yaml"),
                "counterparts:%n  - party: CNCUSTOMS%n    endpoint: http://127.0.0.1:%d/messages%n".formatted(customs.port()));
        try (LedgerHub hub = LedgerHub.start(folder, "--FAIRWAY_COUNTERPARTS=" + counterparts, "--fairway.anchor.every=100ms").awaitLedger()) {
            customs.pointTo(URI.create("http://127.0.0.1:" + hub.port()), HttpCaller.secret(folder, "CNCUSTOMS"));
            String consignment = trade(hub);
            String bill = hub.right("HUBFWD", hub.act("HUBLINE", "bill.issue", "number", SHIPMENT.bill(), "recipient", "HUBFWD", "form", "order",
                    "orderTo", "HUBFWD", "root", "ab".repeat(32)), 1).path("id").asText();
            String bank = granted(hub, "HUBBANK", consignment);
            String other = granted(hub, "OTHERBANK", consignment);
            before = verified(hub, "HUBBANK", bank, answered -> result(answered, "customs-released").equals("MATCH")
                    && check(answered, "customs-released").at("/evidence/0").has("transaction")
                    && check(answered, "document-unaltered").at("/evidence/0").has("transaction"));
            for (String fact : List.of("holder", "customs-released", "gross-weight")) {
                PROOFS.put(fact, Files.write(folder.resolve(fact + ".asice"), proof(hub, "HUBBANK", fact)));
            }
            withoutSuchFact = hub.as("HUBBANK").get(proofs("gated-out")).statusCode();

            hub.right("HUBBANK", hub.act("HUBBANK", "financing.claim", "carrier", "HUBLINE", "number", SHIPMENT.bill().toLowerCase(Locale.ROOT),
                    "invoice", "inv 2026 0042", "amount", "USD 120,000"), 1);
            hub.right("HUBBANK", hub.act("HUBFWD", "bill.pledge", "right", bill, "recipient", "HUBBANK"), 2);
            financed = verified(hub, "OTHERBANK", other, answered -> true);
            pledged = verified(hub, "HUBBANK", bank, answered -> true);
            surrenderAlone = hub.act("HUBFWD", "bill.surrender", "right", bill, "purpose", "delivery");
            watches(hub, "/api/consignments/" + consignment, bill, List.of(bank, other));
        }
    }

    /** Without its grant, by the pledge alone. */
    private static void watches(LedgerHub hub, String cargo, String bill, List<String> grants) {
        for (String grant : grants) {
            assertThat(hub.as("HUBLINE").send(hub.as("HUBLINE").to("/api/grants/" + grant).DELETE()).statusCode()).isEqualTo(204);
        }
        submit(hub, "HUBTERM", Voyages.codeco(SHIPMENT, "BG7"));
        watched = await().atMost(PATIENCE).until(() -> HttpCaller.json(hub.as("HUBBANK").get(cargo)),
                seen -> !seen.at("/consignment/alerts").isEmpty());
        told = await().atMost(PATIENCE).until(() -> HttpCaller.json(hub.as("HUBBANK").get("/api/events?limit=200")).path("items"),
                events -> events.findValuesAsText("event").contains("ContainerGatedOut"));
        int other = hub.as("OTHERBANK").get(cargo).statusCode();
        hub.right("HUBFWD", hub.act("HUBBANK", "bill.releasePledge", "right", bill), 3);
        int released = await().atMost(PATIENCE).until(() -> hub.as("HUBBANK").get(cargo).statusCode(), code -> code != 200);
        sightOfOthers = List.of(other, released);
    }

    private static String trade(LedgerHub hub) {
        submit(hub, "HUBLINE", manifest());
        submit(hub, "HUBFWD", Voyages.cusdec(SHIPMENT, "BD7"));
        String path = "/api/consignments?bill=" + SHIPMENT.bill();
        await().atMost(PATIENCE).until(() -> HttpCaller.json(hub.as("HUBLINE").get(path)).path("items").size() == 1);
        return HttpCaller.json(hub.as("HUBLINE").get(path)).at("/items/0/id").asText();
    }

    private static byte[] manifest() {
        return Voyages.cuscar(List.of(SHIPMENT), "BM7");
    }

    private static void submit(LedgerHub hub, String party, byte[] document) {
        assertThat(hub.as(party).post("/api/transmissions", "application/edifact", document).statusCode()).isEqualTo(202);
    }

    private static String granted(LedgerHub hub, String bank, String consignment) throws IOException {
        var grant = hub.as("HUBLINE").post("/api/grants", "application/json", JSON.writeValueAsBytes(Map.of("party", bank, "consignment", consignment,
                "validUntil", NEXT_YEAR)));
        assertThat(grant.statusCode()).as(LedgerHub.text(grant)).isEqualTo(201);
        return HttpCaller.json(grant).path("id").asText();
    }

    /** Asks until what was attested and anchored has come from the ledger. */
    private static JsonNode verified(LedgerHub hub, String bank, String grant, Predicate<JsonNode> whole) {
        return await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            HttpResponse<byte[]> answer = hub.as(bank).post("/api/verifications?grant=" + grant + TERMS, "application/edifact", manifest());
            assertThat(answer.statusCode()).as(LedgerHub.text(answer)).isEqualTo(201);
            return HttpCaller.json(answer);
        }, whole);
    }

    private static String proofs(String fact) {
        return "/api/verifications/" + before.path("id").asText() + "/proofs/" + fact + "?customer=HUBFWD";
    }

    private static byte[] proof(LedgerHub hub, String bank, String fact) {
        HttpResponse<byte[]> answer = hub.as(bank).get(proofs(fact));
        assertThat(answer.statusCode()).as(fact + LedgerHub.text(answer)).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode check(JsonNode answered, String name) {
        return answered.path("checks").valueStream().filter(check -> check.path("check").asText().equals(name)).findFirst().orElseThrow();
    }

    private static String result(JsonNode answered, String name) {
        return check(answered, name).path("result").asText();
    }

    @Test
    void namesTransactionAndBlockOfWhatStandsOnTheLedger() {
        for (String name : List.of("issuer", "holder", "chain-of-control", "not-pledged", "not-financed-before", "document-unaltered", "quantity")) {
            assertThat(result(before, name)).as(name).isEqualTo("MATCH");
        }
        for (String name : List.of("issuer", "holder", "document-unaltered", "customs-released")) {
            assertThat(check(before, name).at("/evidence/0/transaction").asText()).as(name).matches("[0-9a-f]{64}");
            assertThat(check(before, name).at("/evidence/0/block").asLong()).as(name).isPositive().isLessThanOrEqualTo(before.path("ledgerBlock").asLong());
        }
    }

    @Test
    void tellsASecondBankThatTheSameWasFinancedAndPledgedHoweverItWasWrittenAndNotByWhom() {
        assertThat(result(financed, "not-financed-before")).isEqualTo("MISMATCH");
        assertThat(result(financed, "not-pledged")).isEqualTo("MISMATCH");
        assertThat(financed.toString()).doesNotContainIgnoringCase("hubbank");
        assertThat(result(pledged, "not-financed-before")).isEqualTo("MATCH");
        assertThat(result(pledged, "not-pledged")).isEqualTo("MATCH");
    }

    @Test
    void letsAPledgedBillNotBeSurrenderedWithoutTheBank() {
        assertThat(surrenderAlone.path("state").asText()).isEqualTo("refused");
    }

    @Test
    void showsTheCaseOfAPledgedBillToItsPledgeeWithItsAlarms() {
        assertThat(watched.at("/consignment/alerts/0/reason/code").asText()).isEqualTo("GATE_OUT_WITHOUT_RELEASE");
        assertThat(watched.at("/declarations")).as("these are the declarant's business").isEmpty();
        assertThat(told.findValuesAsText("bill")).containsOnly(SHIPMENT.bill());
    }

    @Test
    void hidesTheCaseFromOtherBanksAndFromThePledgeeOnceThePledgeIsReleased() {
        assertThat(sightOfOthers).containsOnly(404);
    }

    @Test
    void provesSingleFactsWithTheHubSwitchedOff() throws IOException, InterruptedException {
        for (Map.Entry<String, Path> proof : PROOFS.entrySet()) {
            Ended verdict = verify(proof.getValue());

            assertThat(verdict.code()).as(proof.getKey() + verdict.output()).isZero();
            assertThat(verdict.output()).contains("TOTAL-PASSED", "ledger/transaction.receipt");
        }
        assertThat(verify(PROOFS.get("customs-released")).output()).contains("fact = customs-released, as attested on the ledger");
        assertThat(verify(PROOFS.get("gross-weight")).output()).contains("stood on the ledger under the root");
        assertThat(withoutSuchFact).as("what is not so cannot be proven").isEqualTo(409);
    }

    @Test
    void tellsNothingElseInAProof() {
        List<String> secrets = List.of(SHIPMENT.container(), SHIPMENT.seal(), SHIPMENT.lrn(), "BLUE CRANE", "CENTRIFUGAL", "NOORDZEE", "HUBBANK", "186400");
        PROOFS.forEach((fact, file) -> parts(file).forEach((name, content) -> assertThat(content).as(fact + " " + name).doesNotContain(secrets)));
        assertThat(parts(PROOFS.get("customs-released"))).containsOnlyKeys("mimetype", "fact.json", "ledger/fact.fact", "ledger/bill.fact",
                "ledger/transaction.receipt", "index.txt", "index.zh.txt", "META-INF/ASiCManifest.xml", "META-INF/signature.p7s");
        assertThat(parts(PROOFS.get("holder")).get("fact.json")).doesNotContain(" kg", "gross");
    }

    @Test
    void findsAChangedProof() throws IOException, InterruptedException {
        byte[] changed = Files.readAllBytes(PROOFS.get("gross-weight"));
        int at = new String(changed, StandardCharsets.ISO_8859_1).indexOf("fact.json") + 40;
        changed[at] ^= 1;

        assertThat(verify(Files.write(folder.resolve("changed.asice"), changed)).code()).isNotZero();
    }

    /** The files of a container but for whom it believes; receipts as they are when inflated would show the ledger's words only. */
    private static Map<String, String> parts(Path container) {
        Map<String, String> parts = new TreeMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(container)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.getName().startsWith("trust/")) {
                    parts.put(entry.getName(), entry.getName().endsWith(".receipt") ? inflated(zip.readAllBytes())
                            : new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    private static String inflated(byte[] receipt) {
        return new String(LedgerReceipt.read(receipt).block().bytes(), StandardCharsets.ISO_8859_1);
    }

    private record Ended(int code, String output) {
    }

    /** {@code ./fairway verify}, as a process of its own. */
    private static Ended verify(Path file) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "verify", ".out");
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), "io.fairway.verifier.VerifyMain", "--trust",
                folder.resolve("keys/trust").toString(), file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(output));
    }
}
