package io.fairway.bench.stock;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.sql.SQLException;
import org.apache.camel.main.Main;

/**
 * Starts the peer. {@code BENCH_DB_URL}, {@code _USER}, {@code _PASSWORD} are the database, {@code BENCH_SINK} is where everything is delivered, and
 * below {@code BENCH_HOME} it writes where it listens.
 */
public final class StockMain {
    private static final int CONNECTIONS = 16;

    private StockMain() {
    }

    /** Runs until it is ended. */
    public static void main(String... arguments) throws Exception {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(setting("BENCH_DB_URL"));
        pool.setUsername(setting("BENCH_DB_USER"));
        pool.setPassword(setting("BENCH_DB_PASSWORD"));
        pool.setMaximumPoolSize(CONNECTIONS);
        makeTable(pool);
        int port = freePort();
        var keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(new ECGenParameterSpec("secp256r1"));
        var main = new Main();
        main.bind("originals", pool);
        main.bind("seal", keys.generateKeyPair().getPrivate());
        main.configure().addRoutesBuilder(new StockFlow(port, setting("BENCH_SINK")));
        Files.writeString(Path.of(setting("BENCH_HOME"), "hub.ports.json"), "{\"http\":" + port + "}\n");
        main.run();
    }

    private static String setting(String name) {
        var value = System.getenv(name);
        if (value == null) {
            throw new IllegalArgumentException("Expected " + name + " in the environment");
        }
        return value;
    }

    private static void makeTable(HikariDataSource pool) throws SQLException {
        try (var connection = pool.getConnection(); var statement = connection.createStatement()) {
            statement.execute("create schema if not exists bench");
            statement.execute("create table if not exists bench.stock (number bigserial primary key, original text not null)");
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
