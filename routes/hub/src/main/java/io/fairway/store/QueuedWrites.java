package io.fairway.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
    private final Deque<Queued> queue = new ArrayDeque<>();

    QueuedWrites(JdbcTemplate template) {
        this.template = template;
    }

    /** Where a statement's names stand in it. The statements are those of this package, so that they are few. */
    private record Positional(String sql, ParsedSql parsed) {
        static Positional of(String sql) {
            var parsed = NamedParameterUtils.parseSqlStatement(sql);
            return new Positional(NamedParameterUtils.substituteNamedParameters(parsed, null), parsed);
        }
    }

    private enum Form {
        ONE_CHANGE, OVER_GIVEN
    }

    private record Queued(String sql, Form form, Map<String, Object> named, Expected expected) {
    }

    private sealed interface Expected {
        record One(String what, UUID id) implements Expected {
        }

        record Any() implements Expected {
        }
    }

    /** What is sent as one statement. */
    private sealed interface Sent {
        String sql();

        int set(PreparedStatement statement, int first) throws SQLException;

        List<Queued> changes();

        record Alone(Queued queued) implements Sent {
            @Override
            public String sql() {
                return PARSED.computeIfAbsent(queued.sql(), Positional::of).sql();
            }

            @Override
            public int set(PreparedStatement statement, int first) throws SQLException {
                var parsed = PARSED.computeIfAbsent(queued.sql(), Positional::of).parsed();
                int parameter = first;
                for (@Nullable Object value : NamedParameterUtils.buildValueArray(parsed, new MapSqlParameterSource(queued.named()), null)) {
                    StatementCreatorUtils.setParameterValue(statement, parameter++, SqlTypeValue.TYPE_UNKNOWN, value);
                }
                return parameter;
            }

            @Override
            public List<Queued> changes() {
                return List.of(queued);
            }
        }

        record Many(List<Queued> changes, GivenRows rows) implements Sent {
            @Override
            public String sql() {
                return rows.text();
            }

            @Override
            public int set(PreparedStatement statement, int first) throws SQLException {
                return rows.set(statement, first);
            }
        }
    }

    /** A change that is being put together. */
    final class Write {
        private final String sql;
        private final Form form;
        private final Map<String, Object> values = new LinkedHashMap<>();

        private Write(String sql, Form form) {
            this.sql = sql;
            this.form = form;
        }

        Write param(String name, @Nullable Object value) {
            values.put(name, value);
            return this;
        }

        Write params(Map<String, ?> named) {
            values.putAll(named);
            return this;
        }

        /** Queues it; it may change any number of rows. */
        void queue() {
            queue.add(new Queued(sql, form, values, new Expected.Any()));
        }

        /** Queues it; the transaction fails with {@link IllegalStateException} when it does not change one row. */
        void queueForOne(String what, UUID id) {
            queue.add(new Queued(sql, form, values, new Expected.One(what, id)));
        }
    }

    /** A change as one statement. */
    Write write(String sql) {
        return new Write(sql, Form.ONE_CHANGE);
    }

    /** A change as a row of {@code given}. */
    Write writeGiven(String sql) {
        return new Write(sql, Form.OVER_GIVEN);
    }

    /** Executes what is queued. */
    void flush() {
        if (!queue.isEmpty()) {
            flushTogether(List.of(this));
        }
    }

    /**
     * Executes what several pieces of work queued, each in its order; those by one statement travel together wherever that order lets them.
     *
     * @param parts of one transaction
     */
    static void flushTogether(List<QueuedWrites> parts) {
        List<QueuedWrites> left = new ArrayList<>(parts);
        left.removeIf(part -> part.queue.isEmpty());
        if (left.isEmpty()) {
            return;
        }
        JdbcTemplate template = left.getFirst().template;
        List<Sent> together = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Queued> run = nextRun(left);
            left.removeIf(part -> part.queue.isEmpty());
            if (run.size() > 1 && run.getFirst().form() == Form.ONE_CHANGE) {
                execute(template, together);
                executeBatch(template, run);
            } else {
                together.add(sent(run));
                if (together.size() == MOST_TOGETHER) {
                    execute(template, together);
                }
            }
        }
        execute(template, together);
    }

    private static Sent sent(List<Queued> run) {
        return switch (run.getFirst().form()) {
            case ONE_CHANGE -> new Sent.Alone(run.getFirst());
            case OVER_GIVEN -> new Sent.Many(run, new GivenRows(run.getFirst().sql(), run.stream().map(Queued::named).toList()));
        };
    }

    /**
     * Takes a change by one statement from each that has it first: by a statement that nobody has behind another one, when there is such. Never two of one
     * piece of work, which may be about the same row.
     */
    private static List<Queued> nextRun(List<QueuedWrites> parts) {
        String sql = parts.stream().map(part -> part.queue.getFirst().sql()).distinct()
                .filter(first -> parts.stream().noneMatch(part -> hasBehind(part, first))).findFirst().orElseGet(() -> parts.getFirst().queue.getFirst().sql());
        List<Queued> run = new ArrayList<>();
        for (QueuedWrites part : parts) {
            if (part.queue.getFirst().sql().equals(sql)) {
                run.add(part.queue.removeFirst());
            }
        }
        return run;
    }

    private static boolean hasBehind(QueuedWrites part, String sql) {
        return !part.queue.getFirst().sql().equals(sql) && part.queue.stream().anyMatch(queued -> queued.sql().equals(sql));
    }

    private static void executeBatch(JdbcTemplate template, List<Queued> batch) {
        List<Sent.Alone> changes = batch.stream().map(Sent.Alone::new).toList();
        template.execute(changes.getFirst().sql(), (PreparedStatementCallback<List<Queued>>) statement -> {
            for (Sent.Alone each : changes) {
                each.set(statement, 1);
                statement.addBatch();
            }
            int[] changed = statement.executeBatch();
            for (int i = 0; i < changed.length; i++) {
                // rows that the driver inserted by one statement for many have no count of their own
                check(List.of(batch.get(i)), changed[i] == Statement.SUCCESS_NO_INFO ? 1 : changed[i]);
            }
            return batch;
        });
    }

    private static void execute(JdbcTemplate template, List<Sent> together) {
        if (together.isEmpty()) {
            return;
        }
        String sql = together.stream().map(Sent::sql).collect(Collectors.joining(";\n"));
        template.execute(sql, (PreparedStatementCallback<List<Sent>>) statement -> {
            int parameter = 1;
            for (Sent each : together) {
                parameter = each.set(statement, parameter);
            }
            statement.execute();
            for (Sent each : together) {
                check(each.changes(), statement.getUpdateCount());
                statement.getMoreResults();
            }
            return together;
        });
        together.clear();
    }

    /** A row that is missing among many is found when they are done one by one. */
    private static void check(List<Queued> changes, int changed) {
        List<Expected.One> ones = changes.stream().map(Queued::expected).filter(Expected.One.class::isInstance).map(Expected.One.class::cast).toList();
        if (ones.size() == changes.size() && changed != ones.size()) {
            throw new IllegalStateException(ones.size() == 1
                    ? "Expected one " + ones.getFirst().what() + " " + ones.getFirst().id() + " to change, found " + changed
                    : "Expected " + ones.size() + " of " + ones.getFirst().what() + " to change, found " + changed);
        }
    }
}
