package io.fairway.store;

import static io.fairway.store.Columns.time;

import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Pledges;
import java.time.Instant;
import java.util.Optional;

/** Pledges as rows; row-level security opens the case to whom one stands for. */
public final class JdbcPledges implements Pledges {

    @Override
    public void settle(String subject, ConsignmentId consignment, Optional<PartyId> pledgee, Instant at) {
        String party = pledgee.map(PartyId::value).orElse("");
        Running.sql("update pledge set ended_at = :at where subject = :subject and party <> :party and ended_at is null")
                .param("at", time(at)).param("subject", subject).param("party", party).update();
        if (pledgee.isPresent()) {
            Running.sql("""
                    insert into pledge (subject, party, consignment, since) select :subject, :party, :consignment, :at
                    where not exists (select 1 from pledge p where p.subject = :subject and p.party = :party and p.ended_at is null)""")
                    .param("subject", subject).param("party", party).param("consignment", consignment.value()).param("at", time(at)).update();
        }
    }
}
