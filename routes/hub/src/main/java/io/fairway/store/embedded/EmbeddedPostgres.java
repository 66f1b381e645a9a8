package io.fairway.store.embedded;

import io.fairway.store.DatabaseAccess;
import io.fairway.store.DatabaseAccess.Login;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running server. It survives {@code kill -9} of the hub (the next hub stops it and starts its own on the same data), and when it is
 * itself killed it is started again on the same port.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    static final String SUPERUSER = "postgres";
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int PORT_TRIES = 5;
    private static final int START_SECONDS = 300;
    private static final int STOP_SECONDS = 60;
    private static final int RESTART_PAUSE_SECONDS = 2;

    private final PostgresBinaries binaries;
    private final ServerUser user;
    private final ServerPasswords passwords;
    private final DataFolder data;
    private final Path log;
    private int port;
    private Process server;
    private volatile boolean stopping;

    private EmbeddedPostgres(Path folder, Path binariesFolder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        this.binaries = PostgresBinaries.in(binariesFolder);
        this.user = ServerUser.find(folder);
        this.passwords = ServerPasswords.in(folder.resolve("passwords.properties"));
        this.data = DataFolder.in(folder, binaries, user, passwords.superuser());
        this.log = folder.resolve("postgres.log");
        new LeftoverServer(data.path()).stop();
        this.server = startOnFreePort();
        watch(server);
    }

    /**
     * Starts the server on {@code home/postgres}; the caller holds the {@link HomeLock} of {@code home}.
     *
     * @throws EmbeddedStartException when it cannot be started
     */
    public static EmbeddedPostgres start(Path home) {
        return start(home, home.resolve("postgres").resolve("binaries"));
    }

    /** As {@link #start(Path)}, with the programs in a folder that others may share. */
    public static EmbeddedPostgres start(Path home, Path binaries) {
        try {
            return new EmbeddedPostgres(home.toAbsolutePath().resolve("postgres"), binaries.toAbsolutePath());
        } catch (IOException e) {
            throw new EmbeddedStartException("The database folder " + home.resolve("postgres") + " cannot be used: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedStartException("Starting PostgreSQL was interrupted.", e);
        }
    }

    /** Where the server is and who may log in. */
    public DatabaseAccess access() {
        return new DatabaseAccess(url(RoleBootstrap.DATABASE), new Login(RoleBootstrap.OWNER, passwords.owner()),
                new Login(RoleBootstrap.APPLICATION, passwords.application()), new Login(RoleBootstrap.WORKER, passwords.worker()));
    }

    /** Process number of the postmaster. */
    public synchronized long pid() {
        return server.pid();
    }

    private Process startOnFreePort() throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            port = freePort();
            try {
                return launch();
            } catch (EmbeddedStartException e) {
                if (tries == PORT_TRIES || !ServerProcess.lastWords(log).contains("TCP/IP")) {
                    throw e;
                }
            }
        }
    }

    private Process launch() throws IOException, InterruptedException {
        Files.deleteIfExists(log.resolveSibling("postgres.log.1"));
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling("postgres.log.1"));
        }
        List<String> arguments = ServerOptions.of(data.path(), port);
        Process started = ServerProcess.builder(user.command(binaries.program("postgres"), arguments), log).start();
        awaitReady(started);
        return started;
    }

    private void awaitReady(Process started) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (true) {
            try (Connection connection = connectAsSuperuser()) {
                new RoleBootstrap(connection).ensure(passwords);
                return;
            } catch (SQLException e) {
                if (!started.isAlive()) {
                    throw new EmbeddedStartException("PostgreSQL did not start: " + ServerProcess.lastWords(log) + " (see " + log
                            + ").", e);
                }
                if (!StartingUp.is(e) || System.nanoTime() > end) {
                    halt(started);
                    throw new EmbeddedStartException("PostgreSQL started but cannot be used: " + e.getMessage() + " (see " + log
                            + ").", e);
                }
            }
            TimeUnit.MILLISECONDS.sleep(25);
        }
    }

    private Connection connectAsSuperuser() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", SUPERUSER);
        login.setProperty("password", passwords.superuser());
        login.setProperty("loginTimeout", "10");
        return DriverManager.getConnection(url("postgres"), login);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Whoever killed the server, the hub goes on without hands (P17). */
    private void watch(Process running) {
        Thread.ofVirtual().name("postgres-watch").start(() -> {
            running.onExit().join();
            while (!stopping && !restarted()) {
                pause();
            }
        });
    }

    private synchronized boolean restarted() {
        if (stopping) {
            return true;
        }
        LOG.error("PostgreSQL ended by itself: {}; starting it again", ServerProcess.lastWords(log));
        try {
            new LeftoverServer(data.path()).stop();
            server = launch();
            watch(server);
            return true;
        } catch (EmbeddedStartException | IOException e) {
            LOG.error("PostgreSQL cannot be started again", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(RESTART_PAUSE_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the server; what was committed is on disk. */
    @Override
    public void close() {
        stopping = true;
        synchronized (this) {
            try {
                halt(server);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void halt(Process running) throws InterruptedException {
        try {
            ServerProcess.interrupt(running.toHandle());
        } catch (IOException noShell) {
            LOG.warn("PostgreSQL cannot be asked to stop; ending it", noShell);
            running.destroy();
        }
        if (!running.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("PostgreSQL did not stop within {} s; killing it", STOP_SECONDS);
            running.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
