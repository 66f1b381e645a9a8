package io.fairway.bench.hub;

import io.fairway.store.DatabaseAccess;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Digests in the database of a hub, committed as those of its documents are, and how many of them are proven by the ledger. */
final class Digests implements AutoCloseable {
    private static final String SCHEMA = "fairway";
    private static final int COMMIT = 500;
    private static final int PAUSE_MILLIS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Connection connection;
    private long made;

    private Digests(Connection connection) {
        this.connection = connection;
    }

    static Digests open(DatabaseAccess access) throws SQLException {
        var connection = DriverManager.getConnection(access.url(), access.worker().user(), access.worker().password());
        connection.setSchema(SCHEMA);
        connection.setAutoCommit(false);
        return new Digests(connection);
    }

    /** Commits new digests, 500 at a time. @return how many will be proven when all that is committed is */
    long commit(int many) throws SQLException {
        for (var left = many; left > 0; left -= COMMIT) {
            insert(Math.min(left, COMMIT));
        }
        return ask("select count(*) from anchor_digest where stream = 'documents'");
    }

    private void insert(int many) throws SQLException {
        asHub();
        try (var insert = connection.prepareStatement("insert into anchor_digest (stream, digest) values ('documents', ?)")) {
            for (var number = 0; number < many; number++) {
                insert.setBytes(1, sha256(ByteBuffer.allocate(Long.BYTES).putLong(made++).array()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    /** Waits until so many stand under roots that the ledger holds as valid, with trees and receipts stored. */
    void awaitStanding(long many) throws SQLException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (standing() < many) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Expected " + many + " proven digests within " + PATIENCE + ", found " + standing());
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private long standing() throws SQLException {
        return ask("""
                select coalesce(sum(b.size), 0) from anchor_batch b join ledger_act a on a.id = b.act
                where b.stream = 'documents' and a.state = 'RECORDED' and a.receipt is not null and b.tree is not null""");
    }

    private long ask(String question) throws SQLException {
        asHub();
        try (var statement = connection.createStatement(); var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        } finally {
            connection.rollback();
        }
    }

    private void asHub() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('fairway.party', 'FAIRWAY', true)");
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
