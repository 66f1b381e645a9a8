package io.fairway.store;

import static io.fairway.store.Columns.time;

import io.fairway.usecase.Caller;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** Writes down who looked at whose case, in the transaction of the look: what cannot be written down is not shown. */
final class Looks {
    private Looks() {
    }

    /** A carrier's look at its own case is nobody's concern. One row per grant that lets the party see the case, else one without. */
    static void at(Collection<UUID> consignments, Caller caller, String operation, Instant now) {
        if (consignments.isEmpty()) {
            return;
        }
        Running.sql("""
                insert into access_event (at, party, person, operation, consignment, via)
                select :at, :party, :person, :operation, c.id, g.id
                from consignment c left join access_grant g on g.consignment = c.id and g.party = :party and g.withdrawn_at is null
                                                               and g.valid_until > now()
                where c.id = any(:ids) and c.carrier <> :party""")
                .param("at", time(now)).param("party", caller.party().value()).param("person", caller.person().orElse(""))
                .param("operation", operation).param("ids", consignments.stream().distinct().toArray(UUID[]::new))
                .update();
    }
}
