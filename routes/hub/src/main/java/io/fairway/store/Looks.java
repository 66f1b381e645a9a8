package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.uuid;

import io.fairway.usecase.Caller;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.view.LookView;
import io.fairway.usecase.view.Slice;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** Writes down who looked at whose case, in the transaction of the look: what cannot be written down is not shown. */
final class Looks {
    private Looks() {
    }

    /** Who else looked at a case and what the running party may know of it, newest first; persons only of those it let look itself. */
    static Slice<LookView> of(UUID consignment, PartyId reader, Slice.Want want) {
        return Slices.byNumber(Running.sql("""
                select -position as number, at, party, case when via is null then '' else person end as person, operation, consignment
                from access_event where consignment = :id and party <> :party and -position > :after order by position desc limit :rows""")
                .param("id", consignment).param("party", reader.value()), want, (row, n) -> new Slices.Numbered<>(row.getLong("number"),
                new LookView(instant(row, "at"), row.getString("party"), InterchangeDetails.text(row.getString("person")),
                        row.getString("operation"), uuid(row, "consignment"))));
    }

    /** A carrier's look at its own case is nobody's concern. One row per grant that lets the party see the case, else one without. */
    static void at(Collection<UUID> consignments, Caller caller, String operation, Instant now) {
        if (consignments.isEmpty()) {
            return;
        }
        Running.sql("""
                insert into access_event (at, party, person, operation, consignment, via, by_pledge)
                select :at, :party, :person, :operation, c.id, g.id,
                       exists (select 1 from pledge p where p.consignment = c.id and p.party = :party and p.ended_at is null)
                from consignment c left join access_grant g on g.consignment = c.id and g.party = :party and g.withdrawn_at is null
                                                               and g.valid_until > now()
                where c.id = any(:ids) and c.carrier <> :party""")
                .param("at", time(now)).param("party", caller.party().value()).param("person", caller.person().orElse(""))
                .param("operation", operation).param("ids", consignments.stream().distinct().toArray(UUID[]::new))
                .update();
    }
}
