package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.uuid;

import io.fairway.usecase.JournalRow;
import io.fairway.usecase.JournalSeals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The chain over the journal as rows that no role can change. */
public final class JdbcJournalSeals implements JournalSeals {
    private static final long LOCK = 0x6A6F75726E616CL;
    private static final String BEHIND_LAST = "(written_by, position) > (select last_writer, last_position from journal_seal order by number desc limit 1)";
    private static final String UP_TO_LAST = "(written_by, position) <= (select last_writer, last_position from journal_seal order by number desc limit 1)";

    @Override
    public boolean claim() {
        return Running.sql("select pg_try_advisory_xact_lock(:lock)").param("lock", LOCK).query(Boolean.class).single();
    }

    @Override
    public Optional<Seal> last() {
        return Running.sql("select * from journal_seal order by number desc limit 1").query((row, index) -> seal(row)).optional();
    }

    @Override
    public List<JournalRow> unsealed(int limit) {
        return Running.sql("select position, at, party, kind, subject, detail::text as detail from journal where "
                        + "(not exists (select 1 from journal_seal) or " + BEHIND_LAST + ") and written_by < pg_snapshot_xmin(pg_current_snapshot()) "
                        + "order by written_by, position limit :limit")
                .param("limit", limit).query((row, index) -> row(row)).list();
    }

    @Override
    public void keep(List<Link> links, Seal seal) {
        Running.sql("insert into journal_link (place, position, hash) select * from unnest(:places, :positions, :hashes)")
                .param("places", links.stream().map(Link::place).toArray(Long[]::new))
                .param("positions", links.stream().map(Link::position).toArray(Long[]::new))
                .param("hashes", links.stream().map(Link::hash).toArray(byte[][]::new))
                .update();
        Running.sql("insert into journal_seal (number, last_place, last_writer, last_position, sealed_at, hash) "
                        + "select :number, :place, written_by, position, :at, :hash from journal where position = :position")
                .param("number", seal.number()).param("place", seal.lastPlace()).param("at", time(seal.at())).param("hash", seal.hash())
                .param("position", seal.lastPosition())
                .update();
    }

    @Override
    public List<Linked> linked(long behindPlace, int limit) {
        return Running.sql("select l.place, l.position as named, l.hash, j.position, j.at, j.party, j.kind, j.subject, j.detail::text as detail "
                        + "from journal_link l left join journal j on j.position = l.position where l.place > :place order by l.place limit :limit")
                .param("place", behindPlace).param("limit", limit)
                .query((row, index) -> {
                    var link = new Link(row.getLong("place"), row.getLong("named"), row.getBytes("hash"));
                    return new Linked(link, row.getString("kind") == null ? Optional.empty() : Optional.of(row(row)));
                }).list();
    }

    @Override
    public List<Seal> seals(long behindNumber, int limit) {
        return Running.sql("select * from journal_seal where number > :number order by number limit :limit")
                .param("number", behindNumber).param("limit", limit).query((row, index) -> seal(row)).list();
    }

    @Override
    public List<Long> unlinked(int limit) {
        return Running.sql("select position from journal where " + UP_TO_LAST
                        + " and not exists (select 1 from journal_link l where l.position = journal.position) order by written_by, position limit :limit")
                .param("limit", limit).query(Long.class).list();
    }

    @Override
    public long waiting() {
        return Running.sql("select count(*) from journal where not exists (select 1 from journal_seal) or " + BEHIND_LAST)
                .query(Long.class).single();
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(row.getLong("number"), row.getLong("last_place"), row.getLong("last_position"), instant(row, "sealed_at"),
                row.getBytes("hash"));
    }

    private static JournalRow row(ResultSet row) throws SQLException {
        return new JournalRow(row.getLong("position"), instant(row, "at"), row.getString("party"), row.getString("kind"), uuid(row, "subject"),
                row.getString("detail"));
    }
}
