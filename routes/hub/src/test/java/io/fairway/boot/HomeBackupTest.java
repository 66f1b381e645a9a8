package io.fairway.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.store.DatabaseAccess;
import io.fairway.store.embedded.EmbeddedPostgres;
import io.fairway.store.embedded.HomeLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup and restore of a hub's home, its embedded database running and stopped. */
@Tag("long")
class HomeBackupTest {

    @TempDir
    Path folder;

    @Test
    void copiesARunningDatabaseAndRestoresWhatWasCommittedWhenItBegan() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path backup = folder.resolve("backup");
        Files.writeString(home.resolve("cursor.key"), "key");
        try (var lock = HomeLock.acquire(home); var server = EmbeddedPostgres.start(home)) {
            assertThat(lock).isNotNull();
            execute(server.access(), "create table kept as select generate_series(1, 50000) as value");
            new HomeBackup(home).take(backup);
            execute(server.access(), "insert into kept values (0)");
        }

        Path restored = folder.resolve("restored");
        new HomeBackup(restored).restore(backup);

        try (var server = EmbeddedPostgres.start(restored)) {
            assertThat(query(server.access(), "select count(*) from kept where value > 0")).isEqualTo("50000");
            execute(server.access(), "insert into kept values (7)");
        }
        assertThat(restored.resolve("cursor.key")).hasContent("key");
        assertThat(restored.resolve("hub.lock")).doesNotExist();
        assertThatThrownBy(() -> new HomeBackup(restored).restore(backup)).isInstanceOf(IOException.class).hasMessageContaining("move it away");
        assertThatThrownBy(() -> new HomeBackup(home).take(backup)).isInstanceOf(IOException.class).hasMessageContaining("there already");
        refusesABackupThatIsNotWhole(backup);
    }

    private void refusesABackupThatIsNotWhole(Path backup) throws IOException {
        Files.writeString(backup.resolve("cursor.key"), "other");

        assertThatThrownBy(() -> new HomeBackup(folder.resolve("third")).restore(backup)).isInstanceOf(IOException.class)
                .hasMessageContaining("cursor.key");
        assertThat(folder.resolve("third")).doesNotExist();
    }

    @Test
    void copiesAHubThatIsStoppedToo() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        assertThatThrownBy(() -> new HomeBackup(home).take(folder.resolve("none"))).isInstanceOf(IOException.class);
        try (var server = EmbeddedPostgres.start(home)) {
            execute(server.access(), "create table kept as select 'here' as value");
        }

        new HomeBackup(home).take(folder.resolve("backup"));
        Path restored = folder.resolve("restored");
        new HomeBackup(restored).restore(folder.resolve("backup"));

        try (var server = EmbeddedPostgres.start(restored)) {
            assertThat(query(server.access(), "select value from kept")).isEqualTo("here");
        }
    }

    private static void execute(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(access.url(), access.owner().user(), access.owner().password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(access.url(), access.owner().user(), access.owner().password());
                Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
