package io.fairway.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;

/**
 * Changes of one transaction that are sent together: a round trip to the database for many of them instead of one each. They are executed in the
 * order in which they were queued, each seeing what the ones before it did, and one that fails fails the transaction.
 */
final class QueuedWrites {
    /** Together in one round trip; the driver keeps each combination prepared, so that the same work is parsed once. */
    private static final int MOST_TOGETHER = 24;
    private static final Map<String, Positional> PARSED = new ConcurrentHashMap<>();

    private final JdbcTemplate template;
    private final List<Queued> queue = new ArrayList<>();

    QueuedWrites(JdbcTemplate template) {
        this.template = template;
    }

    private record Queued(String sql, @Nullable Object[] values, Expected expected) {
    }

    /** Where a statement's names stand in it. The statements are those of this package, so that they are few. */
    private record Positional(String sql, ParsedSql parsed) {
        static Positional of(String sql) {
            var parsed = NamedParameterUtils.parseSqlStatement(sql);
            return new Positional(NamedParameterUtils.substituteNamedParameters(parsed, null), parsed);
        }
    }

    private sealed interface Expected {
        record One(String what, UUID id) implements Expected {
        }

        record Any() implements Expected {
        }
    }

    /** A change that is being put together. */
    final class Write {
        private final String sql;
        private final MapSqlParameterSource values = new MapSqlParameterSource();

        private Write(String sql) {
            this.sql = sql;
        }

        Write param(String name, @Nullable Object value) {
            values.addValue(name, value);
            return this;
        }

        Write params(Map<String, ?> named) {
            values.addValues(named);
            return this;
        }

        /** Queues it; it may change any number of rows. */
        void queue() {
            add(new Expected.Any());
        }

        /** Queues it; the transaction fails with {@link IllegalStateException} when it does not change one row. */
        void queueForOne(String what, UUID id) {
            add(new Expected.One(what, id));
        }

        private void add(Expected expected) {
            Positional positional = PARSED.computeIfAbsent(sql, Positional::of);
            queue.add(new Queued(positional.sql(), NamedParameterUtils.buildValueArray(positional.parsed(), values, null), expected));
        }
    }

    Write write(String sql) {
        return new Write(sql);
    }

    /** Executes what is queued. */
    void flush() {
        for (int from = 0; from < queue.size(); from += MOST_TOGETHER) {
            execute(List.copyOf(queue.subList(from, Math.min(queue.size(), from + MOST_TOGETHER))));
        }
        queue.clear();
    }

    /** Executes what is queued, those of a statement together as a batch, the statements in the order in which each was queued first. */
    void flushByStatement() {
        Map<String, List<Queued>> byStatement = queue.stream().collect(Collectors.groupingBy(Queued::sql, LinkedHashMap::new, Collectors.toList()));
        if (byStatement.size() == queue.size()) {
            flush();
            return;
        }
        byStatement.forEach(this::executeBatch);
        queue.clear();
    }

    private void executeBatch(String sql, List<Queued> batch) {
        template.execute(sql, (PreparedStatementCallback<List<Queued>>) statement -> {
            for (Queued each : batch) {
                set(statement, 1, each);
                statement.addBatch();
            }
            int[] changed = statement.executeBatch();
            for (int i = 0; i < changed.length; i++) {
                // rows that the driver inserted by one statement for many have no count of their own
                check(batch.get(i), changed[i] == Statement.SUCCESS_NO_INFO ? 1 : changed[i]);
            }
            return batch;
        });
    }

    private static int set(PreparedStatement statement, int first, Queued queued) throws SQLException {
        int parameter = first;
        for (Object value : queued.values()) {
            StatementCreatorUtils.setParameterValue(statement, parameter++, SqlTypeValue.TYPE_UNKNOWN, value);
        }
        return parameter;
    }

    private void execute(List<Queued> together) {
        String sql = together.stream().map(Queued::sql).collect(Collectors.joining(";\n"));
        template.execute(sql, (PreparedStatementCallback<List<Queued>>) statement -> {
            int parameter = 1;
            for (Queued each : together) {
                parameter = set(statement, parameter, each);
            }
            statement.execute();
            for (Queued each : together) {
                check(each, statement.getUpdateCount());
                statement.getMoreResults();
            }
            return together;
        });
    }

    private static void check(Queued queued, int changed) {
        switch (queued.expected()) {
            case Expected.One(String what, UUID id) -> Rows.expectOne(changed, what, id);
            case Expected.Any() -> { }
        }
    }
}
