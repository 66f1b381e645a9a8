package io.fairway.store;

import java.sql.Connection;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The running transaction of the calling thread, which all ports of the store work in. */
final class Running {
    private static final ScopedValue<JdbcClient> CLIENT = ScopedValue.newInstance();

    private Running() {
    }

    static boolean isBound() {
        return CLIENT.isBound();
    }

    static <T> T in(Connection connection, Supplier<T> work) {
        JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        return ScopedValue.where(CLIENT, client).call(work::get);
    }

    /** @throws IllegalStateException when the thread runs no transaction */
    static JdbcClient.StatementSpec sql(String sql) {
        return CLIENT.orElseThrow(() -> new IllegalStateException("No transaction is running")).sql(sql);
    }
}
