package io.fairway.title;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.document.id.Sha256;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.ledger.Invocation;
import io.fairway.ledger.LedgerProfile;
import io.fairway.ledger.Outcome;
import io.fairway.ledger.fabric.FabricLedger;
import io.fairway.ledger.fabric.Patience;
import io.fairway.ledger.fabric.TrustFiles;
import io.fairway.ledger.proof.DigestProof;
import io.fairway.ledger.proof.LedgerReceipt;
import io.fairway.ledger.proof.LedgerTransaction;
import io.fairway.store.JdbcJournalSeals;
import io.fairway.usecase.Digests;
import io.fairway.usecase.JournalSeals;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.anchor.AnchorProof;
import io.fairway.usecase.anchor.AnchorProofs;
import io.fairway.usecase.title.FlatRecord;
import io.fairway.web.HttpCaller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a hub keeps comes to the ledger by its digest, and is proven from there without the hub. */
@Tag("long")
class AnchoringTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path folder;
    private static LedgerHub hub;

    @BeforeAll
    static void start() {
        assumeTrue(Files.exists(LedgerHub.CONTRACT.resolve("contract.jar")), "the contract is not packaged");
        hub = LedgerHub.start(folder, "--fairway.anchor.every=100ms", "--fairway.ledger.reconcile-every=500ms").awaitLedger();
    }

    @AfterAll
    static void stop() {
        if (Files.exists(LedgerHub.CONTRACT.resolve("contract.jar"))) {
            hub.close();
        }
    }

    @Test
    void provesOfEveryDocumentAndItsAnswerThatTheyStoodThere() throws IOException {
        List<byte[]> documents = IntStream.range(0, 20).mapToObj(number -> ("no interchange " + number).getBytes(StandardCharsets.UTF_8)).toList();
        documents.forEach(document -> hub.as("HUBFWD").post("/api/transmissions", "application/edifact", document));

        for (byte[] document : documents) {
            AnchorProof proof = proofOf(Digests.of(document));

            assertThat(DigestProof.read(proof.proof()).digest().hex()).isEqualTo(Digests.of(document).value());
            assertThat(DigestProof.read(proof.proof()).root().hex()).isEqualTo(proof.root().value());
            assertThat(anchored(proof).text("root")).isEqualTo(proof.root().value());
        }
    }

    @Test
    void provesTheSealsOfTheJournalInAStreamOfTheirOwnWithoutGaps() throws IOException {
        hub.as("HUBFWD").post("/api/transmissions", "application/edifact", "a row of the journal".getBytes(StandardCharsets.UTF_8));
        List<JournalSeals.Seal> seals = await().atMost(PATIENCE).until(() -> hub.part(Transactions.class).asHub(() ->
                new JdbcJournalSeals().seals(0, 1_000)), found -> !found.isEmpty());

        for (JournalSeals.Seal seal : seals) {
            AnchorProof proof = proofOf(new Sha256(HexFormat.of().formatHex(seal.hash())));
            long place = Long.parseLong(anchored(proof).text("first")) + DigestProof.read(proof.proof()).path().index();

            assertThat(proof.event().subject()).isEqualTo("anchor/fairway/journal");
            assertThat(place).as("place of seal %d", seal.number()).isEqualTo(seal.number() - 1);
        }
    }

    @Test
    void letsTheEvidenceOfAnInterchangeShowWhereItsFilesStand() throws IOException {
        byte[] manifest = Voyages.cuscar(List.of(Shipment.of(8_001, 0)), "AE1");
        assertThat(hub.as("HUBLINE").post("/api/transmissions", "application/edifact", manifest).statusCode()).isEqualTo(202);
        String interchange = await().atMost(PATIENCE).until(() -> HttpCaller.json(hub.as("HUBLINE").get("/api/interchanges?reference=AE1"))
                .at("/items/0/id").asText(""), id -> !id.isEmpty());
        proofOf(Digests.of(manifest));

        Map<String, byte[]> files = files(hub.as("HUBLINE").get("/api/interchanges/" + interchange + "/evidence").body());

        JsonNode original = new ObjectMapper().readTree(files.get("ledger/anchors.json")).valueStream()
                .filter(line -> Arrays.equals(files.get(line.path("file").asText()), manifest)).findFirst().orElseThrow();
        byte[] receipt = Objects.requireNonNull(files.get(original.path("receipt").asText()));
        DigestProof proof = DigestProof.read(Objects.requireNonNull(files.get(original.path("file").asText() + ".anchor")));
        assertThat(proof.digest().hex()).isEqualTo(Digests.of(manifest).value());
        assertThat(proof.root().hex()).isEqualTo(original.path("root").asText());
        assertThat(intent(receipt, original.path("transaction").asText()).text("root")).isEqualTo(original.path("root").asText());
        assertThat(hub.as("OTHERLINE").get("/api/interchanges/" + interchange + "/evidence").statusCode()).isEqualTo(404);
    }

    private static Map<String, byte[]> files(byte[] container) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(container))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void knowsNothingOfWhatItNeverKept() {
        assertThat(hub.part(AnchorProofs.class).find(List.of(Digests.of("never said".getBytes(StandardCharsets.UTF_8))))).isEmpty();
    }

    @Test
    void tellsTheOperatorOfAnActOfItsOwnOrganisationThatItDoesNotKnow() throws IOException {
        String intent = hub.draft("HUBLINE", "bill.issue", "number", "HUBL7777777", "recipient", "HUBFWD", "form", "bearer", "root", "cd".repeat(32));
        var invocation = Invocation.ofIntent(intent, List.of(hub.sign("HUBLINE", intent)));
        try (var other = FabricLedger.of(LedgerProfile.read(hub.home().resolve("ledger/development/profiles/port.properties")), Patience.usual())) {
            assertThat(other.submit(other.endorse(invocation))).isInstanceOf(Outcome.Recorded.class);
        }

        JsonNode difference = await().atMost(PATIENCE).until(() -> HttpCaller.json(hub.as("HUBOPS").get("/api/operations/ledger")).at("/differences/0"),
                JsonNode::isObject);

        assertThat(difference.path("kind").asText() + " " + difference.path("actor").asText()).isEqualTo("only_on_ledger hubline");
        assertThat(hub.health().path("status").asText()).isEqualTo("AT_RISK");
    }

    private static AnchorProof proofOf(Sha256 digest) {
        return await().atMost(PATIENCE).until(() -> Optional.ofNullable(hub.part(AnchorProofs.class).find(List.of(digest)).get(digest)),
                Optional::isPresent).orElseThrow();
    }

    /** The intent that the receipt shows on the ledger, after checking the receipt with the network's certificates alone. */
    private static FlatRecord anchored(AnchorProof proof) throws IOException {
        return intent(hub.part(AnchorProofs.class).receipt(proof.event()).orElseThrow(), proof.event().transaction());
    }

    private static FlatRecord intent(byte[] receipt, String id) throws IOException {
        var trust = TrustFiles.read(LedgerProfile.read(hub.home().resolve("ledger/development/profiles/port.properties")));
        LedgerTransaction transaction = LedgerReceipt.read(receipt).check(trust).transaction().orElseThrow();
        assertThat(transaction.name()).isEqualTo("anchor.append");
        assertThat(transaction.id()).isEqualTo(id);
        return FlatRecord.read(new String(transaction.arguments().getFirst(), StandardCharsets.UTF_8));
    }
}
