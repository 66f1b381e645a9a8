package io.fairway.store;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.retention.Erasable;
import io.fairway.usecase.retention.Retention;

/** For each kind of thing the question whose it is, by which sorts and since when it is kept, and what ties it. Each takes {@code :id}. */
final class KeepingQueries {
    private static final String HELD = "exists (select 1 from legal_hold h where h.kind = '%s' and h.subject = %s and h.lifted_at is null)";

    private KeepingQueries() {
    }

    static String held(Erasable kind, String id) {
        return HELD.formatted(kind, id);
    }

    /** A case is held by a hold on one of its documents too. */
    static String caseHeld(String id) {
        return held(Erasable.CONSIGNMENT, id) + " or exists (select 1 from fact hf where hf.consignment = " + id + " and "
                + held(Erasable.INTERCHANGE, "hf.interchange") + ")";
    }

    /** A passage is held with a case of its containers too. @param decision name of its row */
    static String passageHeld(String decision) {
        return held(Erasable.PASSAGE, "passage_subject(" + decision + ".passage)") + " or held_by_case(" + decision + ".containers, " + decision
                + ".environment, " + decision + ".started_at)";
    }

    static String of(Erasable kind) {
        return switch (kind) {
            case INTERCHANGE -> """
                    select i.sender as party, i.received_at as since,
                        array(select distinct f.kind from fact f where f.interchange = i.id) as sorts,
                        case when i.erased_at is not null then 'ERASED' when %s then 'LEGAL_HOLD'
                            when exists (select 1 from fact f where f.interchange = i.id and f.consignment is not null) then 'OF_A_CASE'
                            when i.verdict is null and i.repeats is null
                                or exists (select 1 from fact f where f.interchange = i.id and f.state in ('PENDING', 'UNRESOLVED', 'PARKED'))
                                or exists (select 1 from outbound o where o.answers = i.id and o.state in ('PENDING', 'LEASED')) then 'AT_WORK'
                            else 'NONE' end as tie
                    from interchange i where i.id = :id""".formatted(held(kind, "i.id"));
            case TRANSMISSION -> """
                    select t.sender as party, t.received_at as since, array['%s'] as sorts,
                        case when t.erased_at is not null then 'ERASED' when %s then 'LEGAL_HOLD' else 'NONE' end as tie
                    from transmission t where t.id = :id and t.state = 'UNREADABLE'""".formatted(Retention.REFUSED, held(kind, "t.id"));
            case CONSIGNMENT -> """
                    select c.carrier as party, c.changed_at as since,
                        array(select distinct f.kind from fact f where f.consignment = c.id union select '%s') as sorts,
                        case when c.erased_at is not null then 'ERASED' when %s then 'LEGAL_HOLD'
                            when exists (select 1 from fact f where f.consignment = c.id and f.state in ('PENDING', 'PARKED'))
                                or exists (select 1 from outbound o where o.consignment = c.id and o.state in ('PENDING', 'LEASED')) then 'AT_WORK'
                            else 'NONE' end as tie
                    from consignment c where c.id = :id""".formatted(Retention.CASE, caseHeld("c.id"));
            case ATTACHMENT -> """
                    select a.party, a.received_at as since, array['%s'] as sorts,
                        case when a.erased_at is not null then 'ERASED' when %s then 'LEGAL_HOLD' else 'NONE' end as tie
                    from attachment a where a.id = :id""".formatted(Retention.ATTACHMENT, held(kind, "a.id"));
            case APPOINTMENT -> """
                    select a.haulier as party, greatest(a.ends_at, a.booked_at) as since, array['%s'] as sorts,
                        case when a.erased_at is not null then 'ERASED' when %s then 'LEGAL_HOLD' else 'NONE' end as tie
                    from appointment a where a.id = :id""".formatted(Retention.APPOINTMENT, held(kind, "a.id"));
            case PASSAGE -> """
                    select d.terminal as party, d.decided_at as since, array['%s'] as sorts,
                        case when d.erased_at is not null then 'ERASED' when %s then 'LEGAL_HOLD'
                            when d.permission = 'OPEN' and exists (select 1 from gate_passage p where p.passage = d.passage and p.reported_at is null)
                                then 'AT_WORK'
                            else 'NONE' end as tie
                    from gate_decision d where passage_subject(d.passage) = :id order by d.revision desc limit 1"""
                    .formatted(Retention.PASSAGE, passageHeld("d"));
            case READINGS -> """
                    select '%s' as party, date_trunc('day', max(r.received_at), 'UTC') + interval '1 day' as since, array['%s'] as sorts,
                        case when %s then 'LEGAL_HOLD' else 'NONE' end as tie
                    from gate_reading r where r.passage is null and r.erased_at is null and unclaimed_subject(r.lane, r.received_at) = :id
                    having count(*) > 0""".formatted(PartyId.HUB.value(), Retention.READING, held(kind, "cast(:id as uuid)"));
        };
    }
}
