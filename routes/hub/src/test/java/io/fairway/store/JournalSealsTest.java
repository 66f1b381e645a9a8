package io.fairway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.usecase.JournalVerdict;
import io.fairway.usecase.JournalVerdict.Break;
import io.fairway.usecase.JournalVerdict.Kind;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.SealJournal;
import io.fairway.usecase.VerifyJournal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The owner of the tables is the attacker here: he alone can switch the protections off, and the chain finds what he did (P10). */
@ExtendWith(StoreServer.class)
class JournalSealsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:15:00.123456Z");
    private static final PartyId PARTY = new PartyId("JOURNAL-SEALS");

    private final DatabaseAccess access;
    private final JdbcTransactions transactions;
    private final SealJournal sealer;
    private final VerifyJournal verifier;

    JournalSealsTest(Database database, DatabaseAccess access) {
        this.access = access;
        transactions = new JdbcTransactions(database);
        sealer = new SealJournal(transactions, new JdbcJournalSeals(), InstantSource.fixed(NOW));
        verifier = new VerifyJournal(transactions, new JdbcJournalSeals());
    }

    @BeforeEach
    void sealsAFewRows() {
        for (int i = 0; i < 5; i++) {
            write("first-" + i);
        }
        sealer.seal();
        write("second");
        sealer.seal();
    }

    @Test
    void bearsOutWhatWasSealedAndReportsTheTail() {
        assertThat(verifier.verify()).satisfies(verdict -> {
            assertThat(verdict.isIntact()).as(verdict.toString()).isTrue();
            assertThat(verdict.waiting()).isZero();
            assertThat(verdict.sealed()).isGreaterThanOrEqualTo(6);
        });
        write("tail");
        assertThat(verifier.verify().waiting()).isEqualTo(1);
    }

    @Test
    void sealsARowThatWasCommittedLateBehindThoseThatCameEarlier() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Thread late = Thread.ofVirtual().start(() -> transactions.asHub(() -> {
            new JdbcJournal().append(NOW, PARTY, "late", UUID.randomUUID(), "{}");
            written.countDown();
            await(go);
            return 1;
        }));
        written.await();
        write("early");
        sealer.seal();
        go.countDown();
        late.join();
        sealer.seal();

        assertThat(verifier.verify()).satisfies(verdict -> {
            assertThat(verdict.isIntact()).as(verdict.toString()).isTrue();
            assertThat(verdict.waiting()).isZero();
        });
    }

    @Test
    void namesAChangedRow() throws SQLException {
        long position = positionOf("first-2");

        JournalVerdict verdict = tampered("update journal set detail = '{\"x\":1}' where position = " + position,
                "update journal set detail = '{}' where position = " + position);

        assertThat(verdict.breaks()).containsExactly(new Break(Kind.CHANGED, position));
        assertThat(verifier.verify().isIntact()).isTrue();
    }

    @Test
    void namesARemovedRow() throws SQLException {
        long position = positionOf("first-3");

        JournalVerdict verdict = tampered("create table kept as select * from journal where position = " + position + "; "
                + "delete from journal where position = " + position,
                "insert into journal overriding system value select * from kept; drop table kept");

        assertThat(verdict.breaks()).containsExactly(new Break(Kind.REMOVED, position));
        assertThat(verifier.verify().isIntact()).isTrue();
    }

    @Test
    void namesAnInsertedRow() throws SQLException {
        long position = positionOf("first-1");

        JournalVerdict verdict = tampered("insert into journal (at, party, kind, subject, detail, written_by) "
                + "select at, party, 'forged', gen_random_uuid(), detail, written_by from journal where position = " + position,
                "delete from journal where kind = 'forged'");

        assertThat(verdict.breaks()).singleElement().satisfies(found -> assertThat(found.kind()).isEqualTo(Kind.INSERTED));
        assertThat(verifier.verify().isIntact()).isTrue();
    }

    @Test
    void namesTheFirstOfTwoSwappedRows() throws SQLException {
        long first = positionOf("first-0");
        long second = positionOf("first-4");
        String swap = "update journal j set kind = o.kind, subject = o.subject from journal o where j.position in (%1$d, %2$d) "
                + "and o.position in (%1$d, %2$d) and o.position <> j.position";

        JournalVerdict verdict = tampered(swap.formatted(first, second), swap.formatted(first, second));

        assertThat(verdict.breaks()).containsExactly(new Break(Kind.CHANGED, first));
    }

    @Test
    void findsAChainWhoseEndWasCutOff() throws SQLException {
        JournalVerdict verdict = tampered("create table kept as select * from journal_link order by place desc limit 1; "
                + "delete from journal_link where place = (select max(place) from journal_link)",
                "insert into journal_link select * from kept; drop table kept");

        assertThat(verdict.breaks()).extracting(Break::kind).contains(Kind.CHAIN_BROKEN);
        assertThat(verifier.verify().isIntact()).isTrue();
    }

    @Test
    void letsNoRoleChangeTheChain() throws SQLException {
        try (Connection worker = StoreServer.connect(access, access.worker()); Statement statement = worker.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update journal_link set hash = hash")).isInstanceOf(SQLException.class);
        }
    }

    private void write(String kind) {
        transactions.asHub(() -> {
            new JdbcJournal().append(NOW, PARTY, kind, UUID.randomUUID(), "{}");
            return 1;
        });
    }

    private JournalVerdict tampered(String crime, String amends) throws SQLException {
        asOwner(crime);
        JournalVerdict verdict = verifier.verify();
        asOwner(amends);
        return verdict;
    }

    private long positionOf(String kind) throws SQLException {
        try (Connection owner = owner(); Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select max(position) from journal where kind = '" + kind + '\'')) {
            row.next();
            return row.getLong(1);
        }
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection owner = owner(); Statement statement = owner.createStatement()) {
            statement.execute(sql);
            statement.execute("alter table journal force row level security; alter table journal enable trigger user; "
                    + "alter table journal_link force row level security; alter table journal_link enable trigger user");
            owner.commit();
        }
    }

    private Connection owner() throws SQLException {
        Connection owner = StoreServer.connect(access, access.owner());
        try (Statement statement = owner.createStatement()) {
            statement.execute("alter table journal no force row level security; alter table journal disable trigger user; "
                    + "alter table journal_link no force row level security; alter table journal_link disable trigger user");
        }
        return owner;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
