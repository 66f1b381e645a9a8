package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.uuid;
import static io.fairway.store.Columns.words;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.retention.Erasable;
import io.fairway.usecase.retention.Erasure;
import io.fairway.usecase.retention.Keeping;
import io.fairway.usecase.retention.Keepings;
import io.fairway.usecase.retention.LegalHold;
import io.fairway.usecase.retention.Retention;
import io.fairway.usecase.view.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Rows that may be erased, by the functions of the database that do nothing else (V58). */
public final class JdbcKeepings implements Keepings {
    private static final String ERASURE = "select id, kind, subject, party, sort, cause, erased_by, reason, erased_at from erasure";
    private static final String HOLD = "select id, kind, subject, reason, placed_at, placed_by from legal_hold where lifted_at is null";

    /** Two that would erase the same thing come one after the other, and the second sees what the first did. */
    @Override
    public Optional<Keeping> find(Erasable kind, UUID subject) {
        Running.sql("select pg_advisory_xact_lock(hashtextextended('fairway-erasure', 0) # hashtextextended(:subject, 0))::text")
                .param("subject", subject.toString()).query(String.class).single();
        return Running.sql(KeepingQueries.of(kind)).param("id", subject).query((row, number) -> keeping(kind, subject, row)).optional();
    }

    private static Keeping keeping(Erasable kind, UUID subject, ResultSet row) throws SQLException {
        Set<String> sorts = new HashSet<>(words(row, "sorts"));
        return new Keeping(kind, subject, new PartyId(row.getString("party")), sorts.isEmpty() ? Set.of(Retention.REFUSED) : sorts,
                instant(row, "since"), Keeping.Tie.valueOf(row.getString("tie")));
    }

    @Override
    public List<Keeping> due(String sort, Instant limit, Set<String> longer, int most) {
        var wanted = new DueRows.Wanted(sort, limit, longer, most);
        return DueRows.of(wanted).stream().flatMap(due -> find(due.kind(), due.subject()).stream())
                .filter(thing -> thing.tie() == Keeping.Tie.NONE).toList();
    }

    @Override
    public void erase(Erasure erasure) {
        Running.sql("""
                insert into erasure (id, kind, subject, party, sort, cause, erased_by, reason, erased_at)
                values (:id, :kind, :subject, :party, :sort, :cause, :by, :reason, :at)""")
                .param("id", erasure.id()).param("kind", erasure.kind().name()).param("subject", erasure.subject())
                .param("party", erasure.party().value()).param("sort", erasure.sort()).param("cause", erasure.cause().name())
                .param("by", erasure.by()).param("reason", erasure.reason()).param("at", time(erasure.at()))
                .update();
        Running.sql("select erase_" + erasure.kind().name().toLowerCase(Locale.ROOT) + "(:subject)::text")
                .param("subject", erasure.subject()).query(String.class).single();
    }

    @Override
    public Slice<Erasure> erasures(Slice.Want want) {
        return Slices.byId(Running.sql(ERASURE + " where :after::uuid is null or id < :after order by id desc limit :rows"), want,
                JdbcKeepings::erasure, Erasure::id);
    }

    private static Erasure erasure(ResultSet row, int number) throws SQLException {
        return new Erasure(uuid(row, "id"), Erasable.valueOf(row.getString("kind")), uuid(row, "subject"), new PartyId(row.getString("party")),
                row.getString("sort"), Erasure.Cause.valueOf(row.getString("cause")), row.getString("erased_by"), row.getString("reason"),
                instant(row, "erased_at"));
    }

    @Override
    public List<String> unexplained(int most) {
        return Running.sql("""
                with explained as (
                    select e.erased_at from erasure e join journal j on j.subject = e.id and j.kind = 'erased')
                select 'erasure ' || e.id from erasure e where not exists (select 1 from journal j where j.subject = e.id and j.kind = 'erased')
                union all
                select 'transmission ' || t.id from transmission t
                where (t.erased_at is not null or octet_length(t.bytes) <> t.length) and not exists (select 1 from explained x where x.erased_at = t.erased_at)
                union all
                select 'attachment ' || a.id from attachment a
                where (a.erased_at is not null or octet_length(a.bytes) <> a.length) and not exists (select 1 from explained x where x.erased_at = a.erased_at)
                union all
                select 'passage ' || d.passage from gate_decision d
                where (d.erased_at is not null or octet_length(d.record) = 0) and not exists (select 1 from explained x where x.erased_at = d.erased_at)
                limit :most""").param("most", most).query(String.class).list();
    }

    @Override
    public long forgetSteps(Instant before, int most) {
        return Running.sql("select forget_steps(:before, :most)").param("before", time(before)).param("most", most).query(Long.class).single();
    }

    @Override
    public void place(LegalHold hold) {
        Running.sql("""
                insert into legal_hold (id, kind, subject, reason, placed_at, placed_by)
                values (:id, :kind, :subject, :reason, :at, :by)""")
                .param("id", hold.id()).param("kind", hold.kind().name()).param("subject", hold.subject()).param("reason", hold.reason())
                .param("at", time(hold.placedAt())).param("by", hold.placedBy())
                .update();
    }

    @Override
    public Optional<LegalHold> hold(UUID id) {
        return Running.sql(HOLD + " and id = :id for update").param("id", id).query(JdbcKeepings::hold).optional();
    }

    /** The sweeper has passed what was held; it looks from there again. */
    @Override
    public void lift(LegalHold hold, String by, Instant at) {
        Rows.expectOne(Running.sql("update legal_hold set lifted_at = :at, lifted_by = :by where id = :id and lifted_at is null")
                .param("at", time(at)).param("by", by).param("id", hold.id()).update(), "standing hold", hold.id());
        DueRows.lookAgainFrom(hold.subject());
    }

    @Override
    public Slice<LegalHold> holds(Slice.Want want) {
        return Slices.byId(Running.sql(HOLD + " and (:after::uuid is null or id < :after) order by id desc limit :rows"), want,
                JdbcKeepings::hold, LegalHold::id);
    }

    private static LegalHold hold(ResultSet row, int number) throws SQLException {
        return new LegalHold(uuid(row, "id"), Erasable.valueOf(row.getString("kind")), uuid(row, "subject"), row.getString("reason"),
                instant(row, "placed_at"), row.getString("placed_by"));
    }
}
