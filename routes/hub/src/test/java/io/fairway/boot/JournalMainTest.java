package io.fairway.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fairway.devledger.DevLedger;
import io.fairway.devledger.DevLedgerSettings;
import io.fairway.store.JdbcAnchorProofs;
import io.fairway.store.JdbcJournalSeals;
import io.fairway.usecase.SealJournal;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.anchor.Anchors;
import io.fairway.web.HttpCaller;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** The journal of a stopped hub against its chain and against the ledger, while its owner changes it more and more cleverly (P10). */
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JournalMainTest {
    private static final List<String> TABLES = List.of("journal", "journal_link", "journal_seal", "ledger_act", "anchor_batch");

    @TempDir
    static Path home;

    @BeforeAll
    static void aHubWorksAndStops() {
        assumeTrue(Files.exists(TestConsortium.CONTRACT.resolve("contract.jar")), "the contract is not packaged");
        try (WholeHub hub = WholeHub.start(home, "--FAIRWAY_LEDGER_CONTRACT=" + TestConsortium.CONTRACT, "--fairway.anchor.every=100ms")) {
            HttpCaller forwarder = HttpCaller.party(hub.port(), hub.home(), "HUBFWD");
            for (int i = 0; i < 3; i++) {
                forwarder.post("/api/transmissions", "application/edifact", ("row " + i).getBytes(StandardCharsets.US_ASCII));
                int batches = i;
                await().atMost(Duration.ofMinutes(2)).until(() -> new JdbcAnchorProofs(hub.context().getBean(Transactions.class))
                        .events(Anchors.Stream.JOURNAL).size() > batches);
            }
        }
    }

    @Test
    @Order(1)
    void passesWhenAllIsAsItWasSealedAndAnchored() {
        Told told = verify();

        assertThat(told.lines()).contains("TOTAL-PASSED  journal").containsPattern("[1-9][0-9]* seals are as they stand on the ledger");
        assertThat(told.exit()).isZero();
    }

    @Test
    @Order(2)
    void comparesNothingForOneWhoTrustsNoLedger() {
        Told told = verify("--trust=" + home.resolve("nowhere"));

        assertThat(told.lines()).contains("Nothing is known of a ledger", "TOTAL-PASSED  journal");
    }

    @Test
    @Order(3)
    void asksTheLedgerAndFindsTheEndOfTheJournalCutOffTogetherWithItsReceipts() throws Exception {
        try (DevLedger ledger = DevLedger.start(home.resolve("ledger/development"),
                DevLedgerSettings.of("fairway", LedgerWiring.contract(TestConsortium.CONTRACT), InstantSource.system()))) {
            String asked = "--ledger=" + profileOf(ledger);
            assertThat(verify(asked).lines()).contains("TOTAL-PASSED  journal");

            cutBehindTheFirstBatch();

            assertThat(verify().lines()).as("by itself it looks whole").contains("TOTAL-PASSED  journal");
            Told told = verify(asked);
            assertThat(told.lines()).contains("BROKEN  batch 2 on the ledger", "which are not here any more", "TOTAL-FAILED  journal");
            assertThat(told.exit()).isEqualTo(1);
        }
    }

    @Test
    @Order(4)
    void doesNotPassAsComparedWhenTheLedgerDoesNotAnswer() {
        Told told = verify("--ledger=" + home.resolve("ledger/development/profiles/port.properties"));

        assertThat(told.lines()).contains("OPEN    the ledger does not answer");
        assertThat(told.exit()).isEqualTo(1);
    }

    private static Path profileOf(DevLedger ledger) {
        assertThat(ledger.profile("port").channel()).isEqualTo("fairway");
        return home.resolve("ledger/development/profiles/port.properties");
    }

    /** The chain, the batches, their acts and digests: everything that would tell. */
    private static void cutBehindTheFirstBatch() throws SQLException {
        String kept = "(select size from anchor_batch where stream = 'journal' and number = 1)";
        String places = "(select last_place from journal_seal where number = " + kept + ")";
        change("delete from journal where position in (select position from journal_link where place > " + places + ")"
                + " or position not in (select position from journal_link)");
        change("delete from journal_link where place > " + places);
        change("delete from journal_seal where number > " + kept);
        change("delete from ledger_act where id in (select act from anchor_batch where stream = 'journal' and number > 1)");
        change("delete from anchor_batch where stream = 'journal' and number > 1");
    }

    @Test
    @Order(5)
    void namesARowThatWasChanged() throws SQLException {
        change("update journal set detail = '{\"changed\":true}' where position = (select min(position) from journal)");

        Told told = verify();

        assertThat(told.lines()).contains("was changed, or swapped with another", "TOTAL-FAILED  journal");
        assertThat(told.exit()).isEqualTo(1);
    }

    /** The chain alone would not show it. */
    @Test
    @Order(6)
    void findsThatRowsWereChangedAndTheWholeJournalSealedAnew() throws SQLException {
        change("truncate journal_link, journal_seal");
        withStore(context -> new SealJournal(context.getBean(Transactions.class), new JdbcJournalSeals(), InstantSource.system()).seal());

        Told told = verify();

        assertThat(told.lines()).containsPattern("[1-9][0-9]* rows are as they were sealed")
                .containsPattern("BROKEN  batch 1 on the ledger: (seals 1 to|it has seals up to)").contains("TOTAL-FAILED  journal");
        assertThat(told.exit()).isEqualTo(1);
    }

    private record Told(int exit, String lines) {
    }

    private static Told verify(String... more) {
        var out = new ByteArrayOutputStream();
        var arguments = new ArrayList<>(List.of(more));
        arguments.add("--FAIRWAY_HOME=" + home);
        int exit = JournalMain.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments.toArray(String[]::new));
        return new Told(exit, out.toString(StandardCharsets.UTF_8));
    }

    /** The owner of the tables is the attacker here: he alone can switch the protections off. */
    private static void change(String statement) throws SQLException {
        try (ConfigurableApplicationContext context = store()) {
            var access = context.getBean(StoreWiring.DatabaseServer.class).access();
            try (Connection owner = DriverManager.getConnection(access.url(), access.owner().user(), access.owner().password());
                    Statement sql = owner.createStatement()) {
                sql.execute("set search_path to fairway");
                for (String table : TABLES) {
                    sql.execute("alter table " + table + " disable trigger user");
                    sql.execute("alter table " + table + " no force row level security");
                }
                sql.execute(statement);
                for (String table : TABLES) {
                    sql.execute("alter table " + table + " enable trigger user");
                    sql.execute("alter table " + table + " force row level security");
                }
            }
        }
    }

    private static void withStore(java.util.function.Consumer<ConfigurableApplicationContext> work) {
        try (ConfigurableApplicationContext context = store()) {
            work.accept(context);
        }
    }

    private static ConfigurableApplicationContext store() {
        var application = HubMain.application(JournalMain.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        return application.run("--FAIRWAY_HOME=" + home);
    }
}
