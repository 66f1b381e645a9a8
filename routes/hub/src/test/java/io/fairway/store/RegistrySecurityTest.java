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

/** Hand-written SQL as the working roles on registrations, grants, mandates, acts and journals (P13). */
@ExtendWith(StoreServer.class)
class RegistrySecurityTest {
    private static final String GRANT = """
            insert into access_grant (id, owner, party, consignment, declarations, valid_until, granted_at, granted_by)
            values (?, ?, ?, ?, ?, now() + ?::interval, now(), 'test')""";
    private static final String ACT = """
            insert into pending_act (id, organisation, kind, subject, detail, asked_by, asked_at, valid_until)
            values (?, ?, 'test', 'x', '{}', ?, now(), now() + interval '1 day')""";

    private final Connection application;
    private final Connection worker;
    private final String line = "RL" + Long.toString(System.nanoTime(), 36).toUpperCase(java.util.Locale.ROOT);
    private final String declarant = line + "-D";
    private final String bank = line + "-B";
    private final UUID consignment = UUID.randomUUID();

    RegistrySecurityTest(DatabaseAccess access) throws SQLException {
        application = StoreServer.connect(access, access.application());
        worker = StoreServer.connect(access, access.worker());
    }

    @BeforeEach
    void aCaseWithADeclaration() throws SQLException {
        as(worker, "FAIRWAY");
        execute(worker, """
                insert into consignment (id, carrier, bill, environment, opened_at, changed_at)
                values (?, ?, ?, 'LIVE', now(), now())""", consignment, line, consignment.toString());
        execute(worker, """
                insert into declaration (id, consignment, declarant, lrn, environment, status, state, changed_at)
                values (?, ?, ?, 'LRN1', 'LIVE', 'LODGED', '{}', now())""", UUID.randomUUID(), consignment, declarant);
        execute(worker, "insert into consignment_access values (?, ?, 'STATUS'), (?, ?, 'STATUS')", consignment, line, consignment, declarant);
        for (String party : List.of(line, declarant, bank)) {
            execute(worker, """
                    insert into party (id, kind, organisation, name, roles, codes, environment, status, registered_at, registered_by)
                    values (?, 'ENTERPRISE', ?, 'x', '{}', '{}', 'LIVE', 'ACTIVE', now(), 'test')""", party, party);
        }
        worker.commit();
    }

    @AfterEach
    void disconnect() throws SQLException {
        application.close();
        worker.close();
    }

    @Test
    void aGrantOpensTheCaseUntilItEndsOrIsWithdrawn() throws SQLException {
        UUID grant = UUID.randomUUID();
        as(application, line);
        execute(application, GRANT, grant, line, bank, consignment, false, "1 hour");
        application.commit();
        assertThat(seenBy(bank)).containsExactly(1, 0);

        as(application, line);
        execute(application, "update access_grant set withdrawn_at = now() where id = ?", grant);
        application.commit();
        assertThat(seenBy(bank)).containsExactly(0, 0);

        as(application, line);
        execute(application, GRANT, UUID.randomUUID(), line, bank, consignment, true, "-1 second");
        application.commit();
        assertThat(seenBy(bank)).containsExactly(0, 0);
    }

    @Test
    void onlyTheDeclarantOpensItsDeclaration() throws SQLException {
        as(application, line);
        execute(application, GRANT, UUID.randomUUID(), line, bank, consignment, true, "1 hour");
        application.commit();
        assertThat(seenBy(bank)).containsExactly(1, 0);

        as(application, declarant);
        execute(application, GRANT, UUID.randomUUID(), declarant, bank, consignment, true, "1 hour");
        application.commit();
        assertThat(seenBy(bank)).containsExactly(1, 1);
    }

    @Test
    void nobodyGrantsWhatIsNotItsOwnOrInAnothersName() throws SQLException {
        refused(bank, GRANT, UUID.randomUUID(), bank, declarant, consignment, false, "1 hour");
        refused(bank, GRANT, UUID.randomUUID(), line, bank, consignment, false, "1 hour");

        as(application, line);
        execute(application, GRANT, UUID.randomUUID(), line, bank, consignment, false, "1 hour");
        application.commit();
        refused(bank, GRANT, UUID.randomUUID(), bank, declarant, consignment, false, "1 hour");
        as(application, bank);
        assertThat(changed("update access_grant set withdrawn_at = now()")).isZero();
    }

    @Test
    void registrationsKeysAndActsAreSeenByTheirOrganisation() throws SQLException {
        as(application, line);
        execute(application, """
                insert into party (id, kind, organisation, name, roles, codes, environment, status, registered_at, registered_by)
                values (?, 'DEVICE', ?, 'x', '{}', '{}', 'LIVE', 'PENDING', now(), 'test')""", line + "-G", line);
        execute(application, ACT, UUID.randomUUID(), line, line + "/anna");
        application.commit();

        as(application, line);
        assertThat(strings("select id from party order by id")).containsExactly(line, line + "-G");
        assertThat(strings("select kind from pending_act")).hasSize(1);
        as(application, bank);
        assertThat(strings("select id from party")).containsExactly(bank);
        assertThat(strings("select kind from pending_act")).isEmpty();
        assertThatThrownBy(() -> strings("select path from security_event")).hasMessageContaining("permission denied");
    }

    @Test
    void nobodyApprovesItselfOrRegistersForAnother() throws SQLException {
        String insert = """
                insert into party (id, kind, organisation, name, roles, codes, environment, status, registered_at, registered_by)
                values (?, ?, ?, 'x', '{}', '{}', 'LIVE', ?, now(), 'test')""";
        refused(line, insert, line + "-1", "DEVICE", line, "ACTIVE");
        refused(line, insert, line + "-2", "DEVICE", bank, "PENDING");
        refused(line, insert, line + "-3", "ENTERPRISE", line + "-3", "PENDING");
        as(application, line);
        assertThatThrownBy(() -> execute(application, "update party set status = 'ACTIVE'")).hasMessageContaining("permission denied");
    }

    @Test
    void theDatabaseRefusesThatWhoAskedConfirms() throws SQLException {
        UUID act = UUID.randomUUID();
        as(application, line);
        execute(application, ACT, act, line, line + "/anna");
        application.commit();
        String confirm = "update pending_act set state = 'DONE', answered_by = ?, answered_at = now() where id = ?";

        as(application, line);
        assertThatThrownBy(() -> execute(application, confirm, line + "/anna", act)).hasMessageContaining("check constraint");
        application.rollback();
        as(worker, "FAIRWAY");
        assertThatThrownBy(() -> execute(worker, confirm, line + "/anna", act)).hasMessageContaining("check constraint");
        worker.rollback();
        as(application, line);
        execute(application, confirm, line + "/bo", act);
    }

    @Test
    void mandatesAreGivenByThePrincipalAndSeenByBothSides() throws SQLException {
        String insert = """
                insert into mandate (id, principal, agent, valid_from, valid_until, registered_at, registered_by)
                values (?, ?, ?, now(), now() + interval '1 day', now(), 'test')""";
        refused(bank, insert, UUID.randomUUID(), line, bank);
        as(application, line);
        execute(application, insert, UUID.randomUUID(), line, bank);
        application.commit();

        as(application, bank);
        assertThat(strings("select principal from mandate")).containsExactly(line);
        assertThat(changed("update mandate set withdrawn_at = now()")).isZero();
        as(application, declarant);
        assertThat(strings("select principal from mandate")).isEmpty();
    }

    @Test
    void looksAreSeenByWhoLookedAndByWhoLetItLook() throws SQLException {
        UUID grant = UUID.randomUUID();
        as(application, line);
        execute(application, GRANT, grant, line, bank, consignment, false, "1 hour");
        application.commit();
        as(application, bank);
        execute(application, "insert into access_event (at, party, person, operation, consignment, via) values (now(), ?, '', 'x', ?, ?)",
                bank, consignment, grant);
        application.commit();
        refused(bank, "insert into access_event (at, party, person, operation, consignment) values (now(), ?, '', 'x', ?)", line, consignment);

        as(application, line);
        assertThat(strings("select party from access_event")).containsExactly(bank);
        as(application, declarant);
        assertThat(strings("select party from access_event")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update security_event set kind = 'x'", "delete from security_event", "delete from access_event",
            "update access_event set party = 'x'", "delete from access_grant", "delete from mandate", "delete from party_key",
            "update party_key set jwk = ''", "delete from pending_act", "update access_grant set valid_until = now()"})
    void neitherWorkingRoleChangesWhatIsOnRecord(String change) throws SQLException {
        for (Connection connection : List.of(application, worker)) {
            as(connection, "FAIRWAY");
            assertThatThrownBy(() -> execute(connection, change)).hasMessageContaining("permission denied");
            connection.rollback();
        }
    }

    private void refused(String party, String sql, Object... values) throws SQLException {
        as(application, party);
        assertThatThrownBy(() -> execute(application, sql, values)).hasMessageContaining("row-level security");
        application.rollback();
    }

    private List<Integer> seenBy(String party) throws SQLException {
        as(application, party);
        List<Integer> seen = List.of(strings("select bill from consignment where id = '" + consignment + "'").size(),
                strings("select lrn from declaration where consignment = '" + consignment + "'").size());
        application.rollback();
        return seen;
    }

    private static void as(Connection connection, String party) throws SQLException {
        execute(connection, "select set_config('fairway.party', ?, true)", party);
    }

    private int changed(String sql) throws SQLException {
        try (PreparedStatement statement = application.prepareStatement(sql)) {
            return statement.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    private List<String> strings(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = application.prepareStatement(query); ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
