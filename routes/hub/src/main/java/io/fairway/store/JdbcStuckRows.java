package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.uuid;

import io.fairway.document.id.Sha256;
import io.fairway.usecase.ExchangeQueries.Original;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.RepairTransmission.StuckRows;
import io.fairway.usecase.view.FindingView;
import io.fairway.usecase.view.OverdueView.Kind;
import io.fairway.usecase.view.RepairView;
import io.fairway.usecase.view.Slice;
import io.fairway.usecase.view.StuckView;
import io.fairway.usecase.view.UnreadableView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** What is stuck, read as the hub, and notes of its repairs. What was erased is stuck no more. */
public final class JdbcStuckRows implements StuckRows {
    private static final int MOST = 200;
    private static final String STUCK = """
            select id, 'TRANSMISSION' as kind, sender as party, received_at as since, state = 'PARKED' as parked, attempts, last_failure as cause,
                   channel as way, digest, length, true as repairable
            from transmission where id = :id and state in ('PARKED', 'UNREADABLE') and erased_at is null
            union all
            select f.id, 'FACT', f.sender, f.received_at, true, f.attempts, f.reason, t.channel, i.digest, i.length, false
            from fact f join interchange i on i.id = f.interchange join transmission t on t.id = i.transmission
            where f.id = :id and f.state = 'PARKED' and i.erased_at is null
            union all
            select id, 'OUTBOUND', recipient, created_at, true, attempts, last_failure, dialect, image_digest, octet_length(image), false
            from outbound where id = :id and state = 'PARKED' and erased_at is null""";
    private static final String ORIGINAL = """
            select bytes, content_type from transmission where id = :id and state in ('PARKED', 'UNREADABLE') and erased_at is null
            union all
            select substring(coalesce(t.content, t.bytes) from (i.envelope_offset + 1)::int for i.length::int), t.content_type
            from fact f join interchange i on i.id = f.interchange join transmission t on t.id = i.transmission
            where f.id = :id and f.state = 'PARKED' and i.length is not null and i.erased_at is null
            union all
            select image, coalesce(image_type, '') from outbound where id = :id and state = 'PARKED' and image is not null and erased_at is null""";

    @Override
    public Optional<StuckView> stuck(UUID id) {
        return Running.sql(STUCK).param("id", id).query(JdbcStuckRows::row).optional().map(row -> new StuckView(row.id(), row.kind(), row.party(),
                row.since(), row.parked(), row.attempts(), row.cause(), row.way(), row.digest(), row.length(), row.repairable(), findings(id),
                repairs(id)));
    }

    private static StuckView row(ResultSet row, int number) throws SQLException {
        long length = row.getLong("length");
        OptionalLong known = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(length);
        return new StuckView(uuid(row, "id"), Kind.valueOf(row.getString("kind")), row.getString("party"), instant(row, "since"),
                row.getBoolean("parked"), row.getInt("attempts"), InterchangeDetails.text(row.getString("cause")), row.getString("way"),
                Optional.ofNullable(row.getString("digest")), known, row.getBoolean("repairable"), List.of(), List.of());
    }

    private static List<FindingView> findings(UUID transmission) {
        return Running.sql("select body from finding where transmission = :id and interchange is null order by position limit :most")
                .param("id", transmission).param("most", MOST).query(InterchangeDetails::finding).list();
    }

    /** Repairs of a transmission, oldest first, in the running transaction. */
    static List<RepairView> repairs(UUID original) {
        return Running.sql("""
                select r.original, r.digest, r.made_by, r.made_at, t.id from repair r
                left join transmission t on t.sender = r.sender and t.key = 'key:repairs:' || r.original || ':' || r.digest
                where r.original = :id order by r.made_at, r.digest limit :most""")
                .param("id", original).param("most", MOST).query(JdbcStuckRows::repair).list();
    }

    /** What a transmission repairs, in the running transaction. */
    static Optional<RepairView> repairedBy(UUID copy) {
        return Running.sql("""
                select r.original, r.digest, r.made_by, r.made_at, t.id from transmission t
                join repair r on r.sender = t.sender and r.digest = t.digest and t.key = 'key:repairs:' || r.original || ':' || r.digest
                where t.id = :id""")
                .param("id", copy).query(JdbcStuckRows::repair).optional();
    }

    private static RepairView repair(ResultSet row, int number) throws SQLException {
        return new RepairView(uuid(row, "original"), row.getString("digest"), row.getString("made_by"), instant(row, "made_at"),
                Columns.optionalUuid(row, "id"));
    }

    @Override
    public Optional<Original> original(UUID id) {
        return Running.sql(ORIGINAL).param("id", id).query((row, n) -> new Original(row.getBytes("bytes"), row.getString("content_type"))).optional();
    }

    @Override
    public Slice<UnreadableView> unreadable(Slice.Want want) {
        return Slices.byId(Running.sql("""
                select t.id, t.sender, t.channel, t.received_at,
                       coalesce((select f.code from finding f where f.transmission = t.id and f.interchange is null order by f.position limit 1), '') as code,
                       (select count(*) from repair r where r.original = t.id) as repairs
                from transmission t
                where t.state = 'UNREADABLE' and t.erased_at is null and (:after::uuid is null or t.id < :after) order by t.id desc limit :rows"""),
                want, (row, n) -> new UnreadableView(uuid(row, "id"), row.getString("sender"), row.getString("channel"), instant(row, "received_at"),
                row.getString("code"), row.getInt("repairs")), UnreadableView::id);
    }

    @Override
    public void note(UUID original, PartyId sender, Sha256 digest, String by, Instant at) {
        Running.sql("""
                insert into repair (original, digest, sender, made_by, made_at) values (:original, :digest, :sender, :by, :at)
                on conflict (original, digest) do nothing""")
                .param("original", original).param("digest", digest.value()).param("sender", sender.value()).param("by", by).param("at", time(at))
                .update();
    }

    @Override
    public void conclude(UUID original) {
        Running.sql("update transmission set state = 'UNREADABLE' where id = :id and state = 'PARKED'").param("id", original).update();
    }
}
