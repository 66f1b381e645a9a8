package io.fairway.bench.hub;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * What the machine could do at most: the same bytes put into one table of the same database by commits that many share, and one bare signature
 * (ECDSA P-256) over each after its commit. Nothing is read, checked, translated or sent.
 */
final class BareBound implements Post, AutoCloseable {
    private static final int WRITERS = 2;
    private static final int GROUP = 100;

    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Database database;
    private final Travels travels;
    private final KeyPair key;
    private final List<Thread> writers;
    private volatile boolean closing;

    /** Where the bytes go: a login of whoever may make a table. */
    record Database(String url, String user, String password) {
        Connection connect() throws SQLException {
            var connection = DriverManager.getConnection(url, user, password);
            connection.setAutoCommit(false);
            return connection;
        }
    }

    private record Waiting(Letter letter, CompletableFuture<Integer> answer) {
    }

    private BareBound(Database database, Travels travels, KeyPair key) {
        this.database = database;
        this.travels = travels;
        this.key = key;
        this.writers = IntStream.range(0, WRITERS).mapToObj(number -> Thread.ofPlatform().daemon().name("bare-writer-" + number).start(this::write)).toList();
    }

    static BareBound open(Database database, Travels travels) throws SQLException, GeneralSecurityException {
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            statement.execute("create schema bench create table bare (number int primary key, party text not null, bytes bytea not null)");
            connection.commit();
        }
        var keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(new ECGenParameterSpec("secp256r1"));
        return new BareBound(database, travels, keys.generateKeyPair());
    }

    @Override
    public int send(Letter letter) {
        var waiting = new Waiting(letter, new CompletableFuture<>());
        queue.add(waiting);
        int status = waiting.answer().join();
        sign(letter.bytes());
        travels.arrived(letter.number(), System.nanoTime());
        return status;
    }

    private void sign(byte[] bytes) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(bytes);
            signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot sign with P-256", e);
        }
    }

    private void write() {
        try (var connection = database.connect();
             var insert = connection.prepareStatement("insert into bench.bare (number, party, bytes) values (?, ?, ?)")) {
            while (!closing) {
                var first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    var group = new ArrayList<>(List.of(first));
                    queue.drainTo(group, GROUP - 1);
                    write(connection, insert, group);
                }
            }
        } catch (SQLException e) {
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(Connection connection, PreparedStatement insert, List<Waiting> group) throws SQLException {
        for (var waiting : group) {
            insert.setInt(1, waiting.letter().number());
            insert.setString(2, waiting.letter().party());
            insert.setBytes(3, waiting.letter().bytes());
            insert.addBatch();
        }
        insert.executeBatch();
        connection.commit();
        group.forEach(waiting -> waiting.answer().complete(202));
    }

    @Override
    public void close() {
        closing = true;
        writers.forEach(writer -> {
            try {
                writer.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
