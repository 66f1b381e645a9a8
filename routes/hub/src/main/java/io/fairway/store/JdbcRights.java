package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.uuid;

import io.fairway.usecase.Caller;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.title.FlatRecord;
import io.fairway.usecase.title.RightKind;
import io.fairway.usecase.title.Rights;
import io.fairway.usecase.view.BulkView;
import io.fairway.usecase.view.RightEventView;
import io.fairway.usecase.view.RightView;
import io.fairway.usecase.view.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Bills and releases as read back from the ledger; row-level security leaves of every statement what the party may see. */
public final class JdbcRights implements Rights {
    /** With the quantity of a bulk release: released by its first version, fetched by its redemptions. */
    static final String RIGHT = """
            select id, subject, number, version, record, changed_at, bulk.* from ledger_right left join lateral (
                select max(q.goods) as goods, max(q.unit) as unit, max(q.amount) filter (where q.version = 1) as released,
                       coalesce(sum(q.amount) filter (where q.version > 1), 0)::bigint as taken, count(*) filter (where q.version > 1)
                       = (select count(*) from ledger_right_event e where e.right_id = ledger_right.id and e.action = 'release.redeem') as whole
                from ledger_right_quantity q where q.right_id = ledger_right.id) bulk on true""";

    private final Transactions transactions;

    public JdbcRights(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Slice<RightView> list(Caller caller, RightKind kind, Optional<String> number, Slice.Want want) {
        return transactions.asParty(caller.party(), () -> Slices.byId(Running.sql(RIGHT + """
                 where kind = :kind and (:number::text is null or number = :number) and (:after::uuid is null or id < :after)
                order by id desc limit :rows""")
                .param("kind", kind.name()).param("number", number.orElse(null)), want, JdbcRights::view, RightView::id));
    }

    @Override
    public Optional<RightView> find(Caller caller, RightKind kind, UUID id) {
        return transactions.asParty(caller.party(), () -> visible(kind, id));
    }

    private static Optional<RightView> visible(RightKind kind, UUID id) {
        return Running.sql(RIGHT + " where kind = :kind and id = :id").param("kind", kind.name()).param("id", id)
                .query(JdbcRights::view).optional();
    }

    @Override
    public Optional<Slice<RightEventView>> history(Caller caller, RightKind kind, UUID id, Slice.Want want) {
        return transactions.asParty(caller.party(), () -> visible(kind, id).map(right -> Slices.byNumber(events(id), want,
                (row, number) -> new Slices.Numbered<>(row.getLong("version"), event(row)))));
    }

    /** Takes {@code :after} and {@code :rows}. */
    static StatementSpec events(UUID right) {
        return Running.sql("""
                select version, action, by_party, custody, transaction, block, record from ledger_right_event
                where right_id = :id and version > :after order by version limit :rows""").param("id", right);
    }

    static RightEventView event(ResultSet row) throws SQLException {
        return new RightEventView(row.getLong("version"), row.getString("action"), row.getString("by_party"), row.getString("custody"),
                row.getString("transaction"), row.getLong("block"), FlatRecord.read(row.getString("record")).members());
    }

    @Override
    public Optional<RightView> bySubject(Caller caller, String subject) {
        return transactions.asParty(caller.party(), () -> Running.sql(RIGHT + " where subject = :subject").param("subject", subject)
                .query(JdbcRights::view).optional());
    }

    @Override
    public int generations(String carrier, String number) {
        return transactions.asHub(() -> Running.sql("""
                select coalesce(max(split_part(subject, '/', 4)::integer), 0) from ledger_right where kind = 'BILL' and subject like :begin""")
                .param("begin", "bill/" + carrier + "/" + number + "/%").query(Integer.class).single());
    }

    static RightView view(ResultSet row, int number) throws SQLException {
        FlatRecord record = FlatRecord.read(row.getString("record"));
        return new RightView(uuid(row, "id"), row.getString("subject"), Optional.ofNullable(row.getString("number")), row.getLong("version"),
                record.find("holder").or(() -> record.find("claimant")).or(() -> record.find("by")).orElse(""),
                record.text("state"), record.members(), instant(row, "changed_at"), bulk(row));
    }

    private static Optional<BulkView> bulk(ResultSet row) throws SQLException {
        long released = row.getLong("released");
        return row.wasNull() ? Optional.empty() : Optional.of(new BulkView(Optional.of(row.getString("goods")).filter(name -> !name.isEmpty()), released,
                row.getString("unit"), row.getBoolean("whole") ? Optional.of(row.getLong("taken")) : Optional.empty()));
    }
}
