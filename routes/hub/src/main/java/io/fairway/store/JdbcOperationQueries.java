package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.optionalUuid;
import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.uuid;

import io.fairway.usecase.OperationQueries;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.view.BacklogView;
import io.fairway.usecase.view.OverdueView;
import io.fairway.usecase.view.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Amounts, ages and causes of the work, read as the hub. What is done already is not counted, so that this stays cheap. */
public final class JdbcOperationQueries implements OperationQueries {
    private static final String OVERDUE = """
            select * from (
                select id, 'TRANSMISSION' as kind, sender as party, received_at as since, state = 'PARKED' as parked, attempts,
                       last_failure as cause, null::uuid as consignment, trace
                from transmission where state = 'RECEIVED' and received_at < :limit or state = 'PARKED'
                union all
                select f.id, 'FACT', f.sender, f.received_at, f.state = 'PARKED', f.attempts, f.reason, f.consignment, i.trace
                from fact f join interchange i on i.id = f.interchange
                where f.state in ('PENDING', 'UNRESOLVED') and f.received_at < :limit or f.state = 'PARKED'
                union all
                select id, 'OUTBOUND', recipient, created_at, state = 'PARKED', attempts, last_failure, consignment, trace
                from outbound where state in ('PENDING', 'LEASED') and created_at < :limit or state = 'PARKED'
                union all
                select id, 'NOTICE', party, created_at, true, attempts, last_failure, consignment, '' from notice where state = 'PARKED') waiting
            where :after::uuid is null or id > :after order by id limit :rows""";

    private final Transactions transactions;

    public JdbcOperationQueries(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A message in the write-ahead log that nobody reads: it needs a place on the disk like any change, and leaves nothing. */
    @Override
    public void probeWriting() {
        transactions.asHub(() -> Running.sql("select pg_logical_emit_message(true, 'fairway-probe', '')::text").query(String.class).single());
    }

    @Override
    public BacklogView backlog() {
        return transactions.asHub(() -> new BacklogView(
                counted("select state, count(*) as amount from transmission where state in ('RECEIVED', 'PARKED') group by state"),
                counted("select state, count(*) as amount from fact where state in ('UNRESOLVED', 'PENDING', 'PARKED') group by state"),
                counted("select state, count(*) as amount from outbound where state in ('PENDING', 'LEASED', 'PARKED') group by state"),
                oldest(Running.sql("select min(received_at) from transmission where state = 'RECEIVED'")),
                oldest(Running.sql("select min(received_at) from fact where state = 'PENDING'")),
                oldest(Running.sql("select min(created_at) from outbound where state in ('PENDING', 'LEASED')"))));
    }

    private static Map<String, Long> counted(String sql) {
        var amounts = new TreeMap<String, Long>();
        Running.sql(sql).query((row, number) -> Map.entry(row.getString("state"), row.getLong("amount"))).list()
                .forEach(entry -> amounts.put(entry.getKey(), entry.getValue()));
        return amounts;
    }

    private static Optional<Instant> oldest(StatementSpec statement) {
        return statement.query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    @Override
    public Slice<OverdueView> overdue(Instant now, Duration limit, Slice.Want want) {
        return transactions.asHub(() -> Slices.byId(Running.sql(OVERDUE).param("limit", time(now.minus(limit))), want,
                JdbcOperationQueries::row, OverdueView::id));
    }

    private static OverdueView row(ResultSet row, int number) throws SQLException {
        return new OverdueView(uuid(row, "id"), OverdueView.Kind.valueOf(row.getString("kind")), row.getString("party"),
                instant(row, "since"), row.getBoolean("parked"), row.getInt("attempts"), InterchangeDetails.text(row.getString("cause")),
                optionalUuid(row, "consignment"), row.getString("trace"));
    }
}
