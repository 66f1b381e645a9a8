package io.fairway.store;

import java.sql.Connection;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The running transaction of the calling thread, which all ports of the store work in. */
final class Running {
    private static final ScopedValue<Running> CURRENT = ScopedValue.newInstance();
    private static final int STATEMENTS_KEPT_PARSED = 1_024;
    private static final JdbcTemplate TEMPLATE = new JdbcTemplate(new RunningConnection(() -> current().connection));
    private static final JdbcClient CLIENT = client();

    private final Connection connection;
    private final QueuedWrites writes = new QueuedWrites(TEMPLATE);

    private Running(Connection connection) {
        this.connection = connection;
    }

    private static JdbcClient client() {
        var named = new NamedParameterJdbcTemplate(TEMPLATE);
        named.setCacheLimit(STATEMENTS_KEPT_PARSED);
        return JdbcClient.create(named);
    }

    static boolean isBound() {
        return CURRENT.isBound();
    }

    /** Does the work, and all that it queued to be written. */
    static <T> T in(Connection connection, Supplier<T> work) {
        var running = new Running(connection);
        return ScopedValue.where(CURRENT, running).call(() -> {
            T result = work.get();
            running.writes.flush();
            return result;
        });
    }

    /**
     * A statement that is executed when it is asked for its result; it sees what was queued before it.
     *
     * @throws IllegalStateException when the thread runs no transaction
     */
    static JdbcClient.StatementSpec sql(String sql) {
        current().writes.flush();
        return CLIENT.sql(sql);
    }

    /**
     * A change whose result nobody waits for: it travels to the database with those queued beside it, in their order, before the next statement
     * that is waited for and before the commit.
     *
     * @throws IllegalStateException when the thread runs no transaction
     */
    static QueuedWrites.Write write(String sql) {
        return current().writes.write(sql);
    }

    /**
     * Says that what is queued may be done in another order, as changes of different documents may: those by the same statement travel as one batch.
     *
     * @throws IllegalStateException when the thread runs no transaction
     */
    static void mayBeReordered() {
        current().writes.flushByStatement();
    }

    private static Running current() {
        return CURRENT.orElseThrow(() -> new IllegalStateException("No transaction is running"));
    }
}
