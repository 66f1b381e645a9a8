package io.fairway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hand-written SQL as the working roles: the database itself keeps foreign rows away, not only the code above it (P13). */
@ExtendWith(StoreServer.class)
class RowLevelSecurityTest {
    private static final String INSERT_TRANSMISSION = """
            insert into transmission (id, sender, key, digest, length, bytes, channel, content_type, received_at, trace)
            values (?, ?, ?, repeat('a', 64), 1, '\\x00', 'test', '', now(), '')""";
    private static final String INSERT_JOURNAL = """
            insert into journal (at, party, kind, subject, detail) values (now(), ?, 'tested', ?, '{}')""";

    private final Connection application;
    private final Connection worker;

    RowLevelSecurityTest(DatabaseAccess access) throws SQLException {
        application = StoreServer.connect(access, access.application());
        worker = StoreServer.connect(access, access.worker());
    }

    @BeforeEach
    void keepOneTransmissionOfEachParty() throws SQLException {
        for (String party : List.of("RLS-OWN", "RLS-OTHER")) {
            as(application, party);
            execute(application, INSERT_TRANSMISSION, UUID.randomUUID(), party, UUID.randomUUID().toString());
            execute(application, INSERT_JOURNAL, party, UUID.randomUUID());
            application.commit();
        }
    }

    @AfterEach
    void disconnect() throws SQLException {
        application.close();
        worker.close();
    }

    @Test
    void everyTableIsUnderForcedRowLevelSecurity() throws SQLException {
        assertThat(strings(application, """
                select relname from pg_class where relnamespace = 'fairway'::regnamespace and relkind in ('r', 'p')
                and relname <> 'flyway_schema_history' and not (relrowsecurity and relforcerowsecurity)""")).isEmpty();
    }

    @Test
    void neitherWorkingRoleReadsTheMigrationHistory() {
        for (Connection connection : List.of(application, worker)) {
            assertThatThrownBy(() -> strings(connection, "select script from flyway_schema_history"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aPartySeesItsOwnRowsOnly() throws SQLException {
        as(application, "RLS-OWN");

        assertThat(strings(application, "select distinct sender from transmission")).containsExactly("RLS-OWN");
        assertThat(strings(application, "select distinct party from journal")).containsExactly("RLS-OWN");
    }

    @Test
    void nobodyIsSeenWhileThePartyIsNotSet() throws SQLException {
        for (Connection connection : List.of(application, worker)) {
            assertThat(strings(connection, "select sender from transmission")).isEmpty();
            assertThat(strings(connection, "select party from journal")).isEmpty();
            connection.rollback();
        }
    }

    @Test
    void thePartyEndsWithItsTransaction() throws SQLException {
        as(application, "RLS-OWN");
        application.commit();

        assertThat(strings(application, "select sender from transmission")).isEmpty();
    }

    @Test
    void theWorkerSeesRowsOnlyWhileItWorksForTheHub() throws SQLException {
        as(worker, "RLS-OWN");
        assertThat(strings(worker, "select sender from transmission")).isEmpty();

        as(worker, "FAIRWAY");
        assertThat(strings(worker, "select distinct sender from transmission")).contains("RLS-OWN", "RLS-OTHER");
    }

    @Test
    void theApplicationRoleGainsNothingBySayingItIsTheHub() throws SQLException {
        as(application, "FAIRWAY");

        assertThat(strings(application, "select sender from transmission where sender like 'RLS-%'")).isEmpty();
    }

    @Test
    void insertingForAnotherPartyIsRefused() throws SQLException {
        as(application, "RLS-OWN");
        assertThatThrownBy(() -> execute(application, INSERT_TRANSMISSION, UUID.randomUUID(), "RLS-OTHER", "foreign"))
                .hasMessageContaining("row-level security");
        application.rollback();

        as(application, "RLS-OWN");
        assertThatThrownBy(() -> execute(application, INSERT_JOURNAL, "RLS-OTHER", UUID.randomUUID()))
                .hasMessageContaining("row-level security");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update journal set kind = 'changed'", "delete from journal", "truncate journal",
            "update transmission set bytes = ''", "update transmission set digest = repeat('b', 64)", "delete from transmission",
            "update interchange set reference = ''", "update outbound set document = '{}'", "delete from outbound",
            "delete from consignment_event", "delete from attachment", "update fact set document = '{}'"})
    void neitherWorkingRoleChangesWhatIsOnRecord(String change) throws SQLException {
        for (Connection connection : List.of(application, worker)) {
            as(connection, "FAIRWAY");
            assertThatThrownBy(() -> execute(connection, change)).hasMessageContaining("permission denied");
            connection.rollback();
        }
    }

    @Test
    void theJournalRefusesChangesEvenFromItsOwner(DatabaseAccess access) throws SQLException {
        try (Connection owner = StoreServer.connect(access, access.owner())) {
            for (String change : List.of("update journal set kind = 'changed'", "delete from journal", "truncate journal")) {
                assertThatThrownBy(() -> execute(owner, change)).hasMessageContaining("append-only");
                owner.rollback();
            }
        }
    }

    @Test
    void aCaseIsSeenByThoseItWasShownTo() throws SQLException {
        UUID consignment = UUID.randomUUID();
        as(worker, "FAIRWAY");
        execute(worker, """
                insert into consignment (id, carrier, bill, environment, opened_at, changed_at)
                values (?, 'RLS-CARRIER', ?, 'LIVE', now(), now())""", consignment, consignment.toString());
        execute(worker, """
                insert into declaration (id, consignment, declarant, lrn, environment, status, state, changed_at)
                values (?, ?, 'RLS-OWN', 'LRN1', 'LIVE', 'LODGED', '{}', now())""", UUID.randomUUID(), consignment);
        execute(worker, "insert into consignment_access values (?, 'RLS-OWN', 'STATUS'), (?, 'RLS-CUSTOMS', 'DECLARATIONS'),"
                + " (?, 'RLS-CARRIER', 'STATUS')", consignment, consignment, consignment);
        worker.commit();

        assertThat(seenOf(consignment, "RLS-OWN")).containsExactly(1, 1);
        assertThat(seenOf(consignment, "RLS-CUSTOMS")).containsExactly(1, 1);
        assertThat(seenOf(consignment, "RLS-CARRIER")).containsExactly(1, 0);
        assertThat(seenOf(consignment, "RLS-OTHER")).containsExactly(0, 0);
    }

    private List<Integer> seenOf(UUID consignment, String party) throws SQLException {
        as(application, party);
        return List.of(strings(application, "select bill from consignment where id = '" + consignment + "'").size(),
                strings(application, "select lrn from declaration where consignment = '" + consignment + "'").size());
    }

    private static void as(Connection connection, String party) throws SQLException {
        execute(connection, "select set_config('fairway.party', ?, true)", party);
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query); ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
