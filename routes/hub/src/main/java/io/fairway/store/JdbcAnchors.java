package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.optionalInstant;
import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.uuid;

import io.fairway.usecase.anchor.Anchors;
import io.fairway.usecase.view.ActView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Digests, which nobody can change, and the batches they went into, as rows. */
public final class JdbcAnchors implements Anchors {
    private static final long LOCK = 0x616E63686F7273L;
    private static final int MOST_COUNTED = 100_000;
    private static final String BEHIND_NEWEST = """
            stream = :stream and (written_by, position) > (
                select coalesce(max(b.last_writer), '0'::xid8), coalesce(max(b.last_position), 0) from (
                    select last_writer, last_position from anchor_batch where stream = :stream
                    order by last_writer desc, last_position desc limit 1) b)""";

    @Override
    public boolean claim() {
        return Running.sql("select pg_try_advisory_xact_lock(:lock)").param("lock", LOCK).query(Boolean.class).single();
    }

    @Override
    public Optional<Batch> newest(Stream stream) {
        return Running.sql("""
                select b.subject, b.number, b.previous, b.first, b.root, b.size, b.act, a.state, a.code, b.made_at
                from anchor_batch b join ledger_act a on a.id = b.act where b.stream = :stream
                order by b.last_writer desc, b.last_position desc limit 1""")
                .param("stream", stream.word()).query((row, number) -> batch(row)).optional();
    }

    private static Batch batch(ResultSet row) throws SQLException {
        long number = row.getLong("number");
        return new Batch(row.getString("subject"), number, new Head(number - 1, row.getString("previous"), row.getLong("first")),
                row.getString("root"), row.getInt("size"), uuid(row, "act"), ActView.State.valueOf(row.getString("state")),
                row.getString("code"), instant(row, "made_at"));
    }

    @Override
    public Optional<Head> head(String subject) {
        return Running.sql("select number, root, first + size as until from ledger_anchor where subject = :subject order by number desc limit 1")
                .param("subject", subject)
                .query((row, number) -> new Head(row.getLong("number"), row.getString("root"), row.getLong("until"))).optional();
    }

    @Override
    public List<Waiting> waiting(Stream stream, int limit) {
        return Running.sql("select written_by::text as writer, position, digest from anchor_digest where " + BEHIND_NEWEST
                        + " and written_by < pg_snapshot_xmin(pg_current_snapshot()) order by written_by, position limit :limit")
                .param("stream", stream.word()).param("limit", limit)
                .query((row, number) -> new Waiting(row.getString("writer"), row.getLong("position"), row.getBytes("digest"))).list();
    }

    @Override
    public void keep(Stream stream, Waiting last, Batch batch, byte[] tree) {
        Running.sql("""
                insert into anchor_batch (stream, last_writer, last_position, size, root, tree, subject, number, previous, first, act, made_at)
                values (:stream, :writer::xid8, :position, :size, :root, :tree, :subject, :number, :previous, :first, :act, :at)""")
                .param("stream", stream.word()).param("writer", last.writer()).param("position", last.position()).param("size", batch.size())
                .param("root", batch.root()).param("tree", tree).param("subject", batch.subject()).param("number", batch.number())
                .param("previous", batch.behind().root()).param("first", batch.behind().end()).param("act", batch.act())
                .param("at", time(batch.madeAt())).update();
    }

    @Override
    public void renew(Batch batch, Head behind, UUID act) {
        Running.sql("""
                update anchor_batch set number = :number, previous = :previous, first = :first, act = :act
                where subject = :subject and number = :before""")
                .param("number", behind.number() + 1).param("previous", behind.root()).param("first", behind.end()).param("act", act)
                .param("subject", batch.subject()).param("before", batch.number()).update();
    }

    @Override
    public Standing standing() {
        long behind = 0;
        for (Stream stream : Stream.values()) {
            behind += Running.sql("select count(*) from (select 1 from anchor_digest where " + BEHIND_NEWEST + " limit " + MOST_COUNTED + ") counted")
                    .param("stream", stream.word()).query(Long.class).single();
        }
        long waiting = behind;
        return Running.sql("""
                select coalesce(sum(b.size), 0) as made, min(b.made_at) as oldest, min(a.code) filter (where a.state = 'REFUSED') as refused
                from ledger_act a join anchor_batch b on b.act = a.id where a.state <> 'RECORDED'""")
                .query((row, number) -> new Standing(waiting + row.getLong("made"), optionalInstant(row, "oldest"),
                        Optional.ofNullable(row.getString("refused")))).single();
    }
}
