package io.fairway.store;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.Step;
import io.fairway.usecase.StepLog;
import io.fairway.usecase.StoreUnavailableException;
import io.fairway.usecase.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;

/**
 * Transactions on PostgreSQL, READ COMMITTED unless one point in time is asked for; the party is a setting of the transaction and ends
 * with it. What is not committed is rolled back when the connection goes back to its pool.
 */
public final class JdbcTransactions implements Transactions {
    private final Database database;
    private final StepLog steps;

    public JdbcTransactions(Database database) {
        this(database, new JdbcStepLog());
    }

    /** @param steps of the recorded work */
    public JdbcTransactions(Database database, StepLog steps) {
        this.database = database;
        this.steps = steps;
    }

    @Override
    public <T> T asParty(PartyId party, Supplier<T> work) {
        return run(database.application(), party, Connection.TRANSACTION_READ_COMMITTED, work);
    }

    @Override
    public <T> T asHub(Supplier<T> work) {
        return run(database.worker(), PartyId.HUB, Connection.TRANSACTION_READ_COMMITTED, work);
    }

    @Override
    public <T> T asRecordedHub(Supplier<T> work) {
        Step step = steps.begin();
        return asHub(() -> step.during(() -> {
            T result = work.get();
            steps.keep(step);
            return result;
        }));
    }

    @Override
    public <T> T atOnePoint(PartyId party, Supplier<T> work) {
        return run(database.application(), party, Connection.TRANSACTION_REPEATABLE_READ, work);
    }

    private static <T> T run(DataSource source, PartyId party, int isolation, Supplier<T> work) {
        if (Running.isBound()) {
            throw new IllegalStateException("Transactions do not nest");
        }
        try (Connection connection = source.getConnection()) {
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(isolation);
            }
            setParty(connection, party);
            T result = Running.in(connection, work);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new StoreUnavailableException("The database failed: " + e.getMessage(), e);
        } catch (DataAccessException e) {
            if (Unavailability.causes(e)) {
                throw new StoreUnavailableException("The database failed: " + e.getMessage(), e);
            }
            throw e;
        }
    }

    static void setParty(Connection connection, PartyId party) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config('fairway.party', ?, true)")) {
            statement.setString(1, party.value());
            statement.execute();
        }
    }
}
