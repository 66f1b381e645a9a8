package io.fairway.store;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.Step;
import io.fairway.usecase.StepLog;
import io.fairway.usecase.StoreUnavailableException;
import io.fairway.usecase.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;

/**
 * Transactions on PostgreSQL, READ COMMITTED unless one point in time is asked for; the party is a setting of the transaction and ends
 * with it, but for the hub's, whose role does nothing for anybody else. What is not committed is rolled back when the connection goes back to its pool.
 */
public final class JdbcTransactions implements Transactions {
    private static final int LANES = 2;

    private final Database database;
    private final StepLog steps;
    private final SharedCommits shared = new SharedCommits(changes -> together(List.of(), changes));
    private final Map<Step.Kind, SharedWork> besides = new ConcurrentHashMap<>();

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
        return run(database.application(), Optional.of(party), Connection.TRANSACTION_READ_COMMITTED, work);
    }

    @Override
    public <T> T asHub(Supplier<T> work) {
        return run(database.worker(), Optional.empty(), Connection.TRANSACTION_READ_COMMITTED, work);
    }

    @Override
    public <T> T asRecordedHub(Supplier<T> work) {
        return asHub(() -> recorded(work));
    }

    @Override
    public <T> T asRecordedHub(Step.Kind kind, UUID subject, Supplier<T> work) {
        if (Running.isBound()) {
            throw new IllegalStateException("Transactions do not nest");
        }
        return besides.computeIfAbsent(kind, any -> new SharedWork(LANES, this::together)).run(subject, () -> recorded(work));
    }

    private <T> T recorded(Supplier<T> work) {
        Step step = steps.begin();
        return step.during(() -> {
            T result = work.get();
            steps.keep(step);
            return result;
        });
    }

    @Override
    public void asHubTogether(Runnable changes) {
        if (Running.isBound()) {
            throw new IllegalStateException("Transactions do not nest");
        }
        shared.commit(changes);
    }

    private void together(List<UUID> subjects, List<Runnable> changes) {
        asHub(() -> {
            Running.byKeysOnly();
            Running.inCompany(subjects, changes);
            return changes;
        });
    }

    @Override
    public <T> T atOnePoint(PartyId party, Supplier<T> work) {
        return run(database.application(), Optional.of(party), Connection.TRANSACTION_REPEATABLE_READ, work);
    }

    /** @param party empty for the hub, as which the worker's connections are opened */
    private static <T> T run(DataSource source, Optional<PartyId> party, int isolation, Supplier<T> work) {
        if (Running.isBound()) {
            throw new IllegalStateException("Transactions do not nest");
        }
        try (Connection connection = source.getConnection()) {
            if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
                connection.setTransactionIsolation(isolation);
            }
            if (party.isPresent()) {
                setParty(connection, party.get());
            }
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
