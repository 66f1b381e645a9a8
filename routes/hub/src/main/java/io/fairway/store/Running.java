package io.fairway.store;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
    private final Company company;
    private final QueuedWrites writes = new QueuedWrites(TEMPLATE);

    private Running(Connection connection, Company company) {
        this.connection = connection;
        this.company = company;
    }

    /** What shares one transaction: the subjects of its pieces of work, and what was done for all of them. */
    private record Company(List<UUID> subjects, Set<UUID> claimed, Map<CommonQuestion<?>, Map<UUID, Object>> answers, Set<Answered> answered,
                           Map<UUID, NoticedRows.Change> changed) {
        static Company of(List<UUID> subjects) {
            return new Company(subjects, new HashSet<>(), new HashMap<>(), new HashSet<>(), new LinkedHashMap<>());
        }
    }

    private record Answered(CommonQuestion<?> question, UUID subject) {
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
        var running = new Running(connection, Company.of(List.of()));
        return ScopedValue.where(CURRENT, running).call(() -> {
            T result = work.get();
            running.conclude();
            return result;
        });
    }

    /**
     * Does pieces of work that do not depend on each other, one after the other; what they queued travels when all are done, that of one statement
     * together, whatever the piece of work.
     *
     * @param subjects of the pieces of work, sorted; none when there is no question that they have in common
     */
    static void inCompany(List<UUID> subjects, List<Runnable> works) {
        Running whole = current();
        var company = Company.of(subjects);
        List<QueuedWrites> queued = new ArrayList<>();
        for (Runnable work : works) {
            var part = new Running(whole.connection, company);
            ScopedValue.where(CURRENT, part).run(work);
            queued.add(part.writes);
        }
        QueuedWrites.flushTogether(queued);
        whole.company.changed().putAll(company.changed());
    }

    /** Writes what is queued, looks what that shows, and writes what is to be told of it. */
    private void conclude() {
        writes.flush();
        if (!company.changed().isEmpty()) {
            NoticedRows.tell(company.changed());
            writes.flush();
        }
    }

    /** Looks what a change of this case shows when all that the transaction does is written, for all cases that it changed at once. */
    static void noticeLast(UUID changed, NoticedRows.Change change) {
        current().company.changed().put(changed, change);
    }

    /** The answer to a question about a subject, of the pieces of work in company for all of them at once. */
    static <A> Optional<A> answer(CommonQuestion<A> question, UUID subject) {
        Company company = current().company;
        if (company.subjects().size() < 2 || !company.subjects().contains(subject) || !company.answered().add(new Answered(question, subject))) {
            return Optional.ofNullable(question.ask().apply(List.of(subject)).get(subject));
        }
        if (!company.answers().containsKey(question)) {
            company.answers().put(question, new HashMap<>(question.ask().apply(company.subjects())));
        }
        return Optional.ofNullable(company.answers().get(question).get(subject)).map(question.kind()::cast);
    }

    /**
     * Lets the running transaction find rows by their keys only. What is done in company is planned once for any number of rows, and a plan that was
     * made while a table was small would go on reading the whole of it.
     */
    static void byKeysOnly() {
        sql("""
                select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
                       set_config('plan_cache_mode', 'force_generic_plan', true)""")
                .query((row, number) -> true).single();
    }

    /** Whether other pieces of work share this transaction. */
    static boolean isInCompany() {
        return current().company.subjects().size() > 1;
    }

    /** Whether nobody in this transaction has claimed it before; who did holds its lock, which does not keep out its own company. */
    static boolean claims(UUID subject) {
        return current().company.claimed().add(subject);
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
     * The same for a change that is written over the relation {@code given}: those that are queued by the same statement, also by other pieces of work
     * in company, are one statement.
     *
     * @throws IllegalStateException when the thread runs no transaction
     */
    static QueuedWrites.Write writeGiven(String sql) {
        return current().writes.writeGiven(sql);
    }

    private static Running current() {
        return CURRENT.orElseThrow(() -> new IllegalStateException("No transaction is running"));
    }
}
