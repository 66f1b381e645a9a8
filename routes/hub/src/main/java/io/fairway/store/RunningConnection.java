package io.fairway.store;

import java.sql.Connection;
import java.util.function.Supplier;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SmartDataSource;

/** Gives the connection of the running transaction, which whoever uses it leaves open. */
final class RunningConnection extends AbstractDataSource implements SmartDataSource {
    private final Supplier<Connection> running;

    RunningConnection(Supplier<Connection> running) {
        this.running = running;
    }

    @Override
    public Connection getConnection() {
        return running.get();
    }

    @Override
    public Connection getConnection(String username, String password) {
        throw new UnsupportedOperationException("A transaction runs as the role it began as");
    }

    @Override
    public boolean shouldClose(Connection connection) {
        return false;
    }
}
