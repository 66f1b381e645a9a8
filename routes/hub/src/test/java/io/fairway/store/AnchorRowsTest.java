package io.fairway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.document.id.Sha256;
import io.fairway.ledger.EventId;
import io.fairway.ledger.Receipt;
import io.fairway.ledger.Settlement;
import io.fairway.ledger.proof.DigestProof;
import io.fairway.usecase.Digests;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.anchor.AnchorDigests;
import io.fairway.usecase.anchor.AnchorProof;
import io.fairway.usecase.title.ActsInCustody;
import io.fairway.usecase.title.FlatRecord;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Batches of digests as rows; the ledger's answers are played. */
@ExtendWith(StoreServer.class)
class AnchorRowsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:15:00Z");
    private static final PartyId PARTY = new PartyId("ANCHOR-ROWS");

    private final DatabaseAccess access;
    private final JdbcTransactions transactions;
    private final JdbcTransmissions transmissions;
    private final JdbcSubmissionLog log;
    private final JdbcAnchorProofs proofs;
    private final AnchorDigests anchors;

    AnchorRowsTest(Database database, DatabaseAccess access) {
        this.access = access;
        transactions = new JdbcTransactions(database);
        transmissions = StoreSamples.transmissions(database, new GroupCommit(database, IntakeSettings.DEFAULT));
        InstantSource clock = InstantSource.fixed(NOW);
        log = new JdbcSubmissionLog(transactions, clock);
        proofs = new JdbcAnchorProofs(transactions);
        var acts = new ActsInCustody(new ActRows(), (party, intent) -> Optional.of("0".repeat(64) + ".signature"), UUID::randomUUID, clock, "fairway");
        anchors = new AnchorDigests(new JdbcAnchors(), acts, transactions, clock, Duration.ZERO);
    }

    @BeforeEach
    void everythingBeforeIsAnchored() {
        while (anchors.anchor() > 0 || open().isPresent()) {
            open().ifPresent(this::record);
        }
    }

    @Test
    void provesEachDocumentOnceItsRootStands() {
        List<Sha256> kept = IntStream.range(0, 7).mapToObj(number -> keep()).toList();

        assertThat(anchors.anchor()).isEqualTo(1);
        assertThat(anchors.anchor()).as("one batch at a time").isZero();
        assertThat(proofs.find(kept)).as("nothing is proven yet").isEmpty();
        FlatRecord intent = record(open().orElseThrow());

        assertThat(intent.text("count")).isEqualTo("7");
        var found = proofs.find(kept);
        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(kept);
        found.forEach((digest, proof) -> {
            assertThat(DigestProof.read(proof.proof()).digest().hex()).isEqualTo(digest.value());
            assertThat(DigestProof.read(proof.proof()).root().hex()).isEqualTo(intent.text("root"));
            assertThat(proof.event().number()).isEqualTo(Long.parseLong(intent.text("version")) + 1);
        });
        AnchorProof.AnchorEvent event = found.values().iterator().next().event();
        assertThat(proofs.receipt(event)).hasValueSatisfying(receipt -> assertThat(receipt).isNotEmpty());
    }

    @Test
    void joinsEachBatchToTheOneBeforeIt() {
        keep();
        anchors.anchor();
        FlatRecord first = record(open().orElseThrow());
        keep();
        keep();
        anchors.anchor();
        FlatRecord second = record(open().orElseThrow());

        assertThat(second.text("previous")).isEqualTo(first.text("root"));
        assertThat(Long.parseLong(second.text("first"))).isEqualTo(Long.parseLong(first.text("first")) + Long.parseLong(first.text("count")));
        assertThat(Long.parseLong(second.text("version"))).isEqualTo(Long.parseLong(first.text("version")) + 1);
    }

    @Test
    void takesTheSameBatchToTheLedgerAgainWhenItCameTooLate() {
        Sha256 kept = keep();
        anchors.anchor();
        FlatRecord late = refuse(open().orElseThrow(), "FW-INTENT-EXPIRED");

        assertThat(anchors.anchor()).isEqualTo(1);
        FlatRecord again = record(open().orElseThrow());

        assertThat(again.text("event")).isNotEqualTo(late.text("event"));
        assertThat(again.text("root")).isEqualTo(late.text("root"));
        assertThat(proofs.find(List.of(kept))).containsKey(kept);
    }

    @Test
    void goesOnBehindWhatTheLedgerHasWhenThisDatabaseIsARestoredOne() {
        Sha256 kept = keep();
        anchors.anchor();
        FlatRecord stale = refuse(open().orElseThrow(), "FW-VERSION");
        assertThat(anchors.anchor()).as("until the ledger was read there is nothing to go on behind").isZero();
        long number = Long.parseLong(stale.text("version")) + 3;
        transactions.asHub(() -> Running.sql("""
                insert into ledger_anchor (subject, number, root, previous, first, size, transaction, block)
                values (:subject, :number, :root, :root, 1000, 24, 'tx', 9)""").param("subject", stale.text("subject")).param("number", number)
                .param("root", "cd".repeat(32)).update());

        anchors.anchor();
        FlatRecord behind = record(open().orElseThrow());

        assertThat(behind.text("version") + " " + behind.text("previous") + " " + behind.text("first"))
                .isEqualTo(number + " " + "cd".repeat(32) + " 1024");
        assertThat(proofs.find(List.of(kept)).get(kept).event().number()).isEqualTo(number + 1);
    }

    @Test
    void showsDigestsToNoPartyAndLetsNobodyChangeThem() throws SQLException {
        try (Connection party = StoreServer.connect(access, access.application()); Statement statement = party.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("select * from anchor_digest")).isInstanceOf(SQLException.class);
        }
        try (Connection worker = StoreServer.connect(access, access.worker()); Statement statement = worker.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update anchor_digest set digest = digest")).isInstanceOf(SQLException.class);
        }
        try (Connection worker = StoreServer.connect(access, access.worker()); Statement statement = worker.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update anchor_batch set tree = tree")).isInstanceOf(SQLException.class);
        }
    }

    private Sha256 keep() {
        byte[] words = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        transmissions.keep(StoreSamples.transmission(PARTY, UUID.randomUUID().toString(), new String(words, StandardCharsets.US_ASCII))).join();
        return Digests.of(words);
    }

    /** The anchor act that waits for the ledger. */
    private Optional<FlatRecord> open() {
        return transactions.asHub(() -> Running.sql("""
                select intent from ledger_act where state = 'PENDING' and action = 'anchor.append' order by position limit 1""")
                .query((row, number) -> FlatRecord.read(row.getString("intent"))).optional());
    }

    private FlatRecord record(FlatRecord intent) {
        String transaction = Digests.of(intent.text("event").getBytes(StandardCharsets.US_ASCII)).value();
        log.settle(new EventId(intent.text("actor"), intent.text("event")), new Settlement.Recorded(new Receipt(transaction, 7, new byte[] {1})));
        return intent;
    }

    private FlatRecord refuse(FlatRecord intent, String code) {
        log.settle(new EventId(intent.text("actor"), intent.text("event")), new Settlement.Refused(code, code));
        return intent;
    }
}
