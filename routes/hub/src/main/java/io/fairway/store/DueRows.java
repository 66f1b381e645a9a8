package io.fairway.store;

import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.uuid;

import io.fairway.usecase.retention.Erasable;
import io.fairway.usecase.retention.Retention;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What is past its period. What can be due stands in indexes of its own, so that a turn with nothing to do costs nothing. Only refused and
 * repeated interchanges do not, since their index would slow the reading of all others: the sweeper goes through all interchanges once, in the
 * order of their ids, which is that of time.
 */
final class DueRows {
    private static final int LOOKED_THROUGH = 2_000;
    private static final UUID BEGINNING = new UUID(0, 0);

    private DueRows() {
    }

    /** @param longer what is of one of these sorts too is left out */
    record Wanted(String sort, Instant limit, Set<String> longer, int most) {
    }

    /** One that is due. */
    record Due(Erasable kind, UUID subject) {
    }

    static List<Due> of(Wanted wanted) {
        return switch (wanted.sort()) {
            case Retention.CASE -> due(wanted, Erasable.CONSIGNMENT, """
                    select c.id from consignment c where c.erased_at is null and c.id < :before and c.changed_at < :limit
                    and not exists (select 1 from fact f where f.consignment = c.id and f.kind = any(:longer)) and not (%s)
                    order by c.id limit :most""".formatted(KeepingQueries.caseHeld("c.id")));
            case Retention.REFUSED -> refused(wanted);
            case Retention.ATTACHMENT -> due(wanted, Erasable.ATTACHMENT, """
                    select a.id from attachment a where a.erased_at is null and a.received_at < :limit and not %s
                    order by a.received_at limit :most""".formatted(KeepingQueries.held(Erasable.ATTACHMENT, "a.id")));
            case Retention.APPOINTMENT -> due(wanted, Erasable.APPOINTMENT, """
                    select a.id from appointment a where a.erased_at is null and a.ends_at < :limit and a.booked_at < :limit and not %s
                    order by a.ends_at limit :most""".formatted(KeepingQueries.held(Erasable.APPOINTMENT, "a.id")));
            case Retention.PASSAGE -> due(wanted, Erasable.PASSAGE, """
                    select passage_subject(d.passage) as id from gate_decision d
                    where d.erased_at is null and d.revision = 1 and d.decided_at < :limit and not (%s)
                    order by d.decided_at limit :most""".formatted(KeepingQueries.passageHeld("d")));
            case Retention.READING -> due(wanted, Erasable.READINGS, """
                    select unclaimed_subject(r.lane, r.received_at) as id from gate_reading r
                    where r.passage is null and r.erased_at is null and r.received_at < date_trunc('day', cast(:limit as timestamptz), 'UTC') and not %s
                    group by id order by min(r.received_at) limit :most"""
                    .formatted(KeepingQueries.held(Erasable.READINGS, "unclaimed_subject(r.lane, r.received_at)")));
            default -> due(wanted, Erasable.INTERCHANGE, """
                    select f.interchange as id from fact f
                    where f.kind = :sort and f.consignment is null and f.erased_at is null and f.received_at < :limit
                    and f.state in ('FILED', 'REFUSED') and not %s
                    and not exists (select 1 from fact o where o.interchange = f.interchange
                                    and (o.consignment is not null or o.kind = any(:longer)))
                    group by f.interchange order by min(f.received_at) limit :most"""
                    .formatted(KeepingQueries.held(Erasable.INTERCHANGE, "f.interchange")));
        };
    }

    private static List<Due> due(Wanted wanted, Erasable kind, String sql) {
        return Running.sql(sql).param("sort", wanted.sort()).param("limit", time(wanted.limit())).param("before", firstOf(wanted.limit()))
                .param("longer", wanted.longer().toArray(String[]::new)).param("most", wanted.most())
                .query((row, number) -> new Due(kind, uuid(row, "id"))).list();
    }

    /** The lowest time-ordered identifier of that millisecond (RFC 9562, version 7). */
    private static UUID firstOf(Instant time) {
        return new UUID(time.toEpochMilli() << 16, 0);
    }

    private static List<Due> refused(Wanted wanted) {
        List<Due> due = new ArrayList<>(due(wanted, Erasable.TRANSMISSION, """
                select t.id from transmission t where t.state = 'UNREADABLE' and t.erased_at is null and t.received_at < :limit and not %s
                order by t.received_at limit :most""".formatted(KeepingQueries.held(Erasable.TRANSMISSION, "t.id"))));
        due.addAll(refusedInterchanges(wanted));
        return due;
    }

    /** The place moves on only when nothing is left to do up to it. */
    private static List<Due> refusedInterchanges(Wanted wanted) {
        UUID place = Running.sql("select place from retention_place").query(UUID.class).optional().orElse(BEGINNING);
        List<Looked> looked = Running.sql("""
                select i.id, i.erased_at is null and (i.repeats is not null or i.verdict = 'REJECTED') and not %s
                    and not exists (select 1 from fact f where f.interchange = i.id) as due
                from interchange i where i.id > :place and i.id < :before order by i.id limit :most"""
                .formatted(KeepingQueries.held(Erasable.INTERCHANGE, "i.id")))
                .param("place", place).param("before", firstOf(wanted.limit())).param("most", LOOKED_THROUGH)
                .query((row, number) -> new Looked(uuid(row, "id"), row.getBoolean("due"))).list();
        List<Due> due = looked.stream().filter(Looked::due).limit(wanted.most()).map(one -> new Due(Erasable.INTERCHANGE, one.id())).toList();
        if (due.isEmpty() && !looked.isEmpty()) {
            moveTo(looked.getLast().id());
        }
        return due;
    }

    private record Looked(UUID id, boolean due) {
    }

    private static void moveTo(UUID place) {
        Running.sql("insert into retention_place (place) values (:place) on conflict (single) do update set place = excluded.place")
                .param("place", place).update();
    }

    static void lookAgainFrom(UUID subject) {
        Running.sql("update retention_place set place = least(place, cast(:before as uuid))")
                .param("before", new UUID(subject.getMostSignificantBits() - 1, -1)).update();
    }
}
