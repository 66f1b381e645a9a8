package io.fairway.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A physical copy of the embedded server's data while it runs (PostgreSQL 18, 25.3.4, low-level base backup): everything committed when it
 * begins is in it, and the journal's transaction numbers go on in it.
 */
public final class PhysicalBackup {
    private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "postmaster.opts", "pg_wal", "pg_replslot", "pg_stat_tmp",
            "pg_subtrans", "pg_notify", "pg_serial", "pg_snapshots", "pg_dynshmem");
    private static final int PORT_LINE = 3;

    private final Path data;
    private final Path copy;

    private PhysicalBackup(Path data, Path copy) {
        this.data = data;
        this.copy = copy;
    }

    /**
     * Copies the data of the server that runs on {@code home}.
     *
     * @param copy folder that does not exist yet; it will hold what {@code home/postgres} holds
     * @throws IOException when no server runs there, or its log moved on too far while it was copied: then take another
     */
    public static void take(Path home, Path copy) throws IOException {
        Path folder = home.resolve("postgres");
        Path data = folder.resolve("data").toRealPath();
        Files.createDirectories(copy);
        Path passwords = folder.resolve("passwords.properties");
        try (Connection connection = connect(data, ServerPasswords.in(passwords))) {
            new PhysicalBackup(data, copy.resolve("data")).copyWhile(connection);
        } catch (SQLException e) {
            throw new IOException("The database cannot be copied: " + e.getMessage(), e);
        }
        Files.copy(passwords, copy.resolve(passwords.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static Connection connect(Path data, ServerPasswords passwords) throws IOException, SQLException {
        Path running = data.resolve("postmaster.pid");
        if (!Files.exists(running)) {
            throw new IOException("No server runs on " + data);
        }
        String port = Files.readAllLines(running).get(PORT_LINE).strip();
        var login = new Properties();
        login.setProperty("user", EmbeddedPostgres.SUPERUSER);
        login.setProperty("password", passwords.superuser());
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", login);
    }

    private void copyWhile(Connection connection) throws IOException, SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
            String first = beginning(statement);
            copyTree(data, copy);
            try (ResultSet row = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                row.next();
                Files.writeString(copy.resolve("backup_label"), row.getString(1));
            }
            statement.execute("select pg_switch_wal()");
            copyLog(first);
        }
    }

    /** @return segment of the log in which the copy begins */
    private static String beginning(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select pg_walfile_name(pg_backup_start('fairway', true))")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Files come and go while the server runs; what is gone is not needed. */
    private static void copyTree(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        for (Path each : entries(from)) {
            Path target = to.resolve(each.getFileName().toString());
            if (NOT_COPIED.contains(each.getFileName().toString())) {
                if (Files.isDirectory(each)) {
                    Files.createDirectory(target);
                }
            } else if (Files.isDirectory(each)) {
                copyTree(each, target);
            } else {
                copyFile(each, target);
            }
        }
    }

    private static void copyFile(Path from, Path to) throws IOException {
        try {
            Files.copy(from, to);
        } catch (NoSuchFileException gone) {
            if (Files.exists(from)) {
                throw gone;
            }
        }
    }

    private void copyLog(String first) throws IOException {
        Path from = data.resolve("pg_wal");
        Path to = copy.resolve("pg_wal");
        Files.createDirectories(to.resolve("archive_status"));
        List<Path> segments = entries(from).stream().filter(each -> each.getFileName().toString().matches("[0-9A-F]{24}"))
                .filter(each -> each.getFileName().toString().compareTo(first) >= 0).toList();
        Optional<Path> oldest = segments.stream().min(Path::compareTo);
        if (oldest.isEmpty() || !oldest.get().getFileName().toString().equals(first)) {
            throw new IOException("The server's log moved on past " + first + " while it was copied; take another backup");
        }
        for (Path segment : segments) {
            copyFile(segment, to.resolve(segment.getFileName().toString()));
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }
}
