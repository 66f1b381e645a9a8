package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.uuid;

import io.fairway.clearance.ClearanceEvent;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.title.Attestations;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts to be attested as rows, one for each event that stands. */
public final class JdbcAttestations implements Attestations {

    @Override
    public List<Attestable> pending(int most) {
        return Running.sql("""
                select e.consignment, e.sequence, e.sender, e.event, e.occurred_at, c.carrier, c.bill, coalesce(p.ship, '') as ship,
                       coalesce(p.voyage, '') as voyage, coalesce(p.port, '') as port
                from ledger_attestation a join consignment_event e on e.consignment = a.consignment and e.sequence = a.sequence
                join consignment c on c.id = a.consignment left join port_call p on p.id = c.port_call
                where a.state = 'PENDING' order by a.position limit :most""")
                .param("most", most)
                .query((row, number) -> new Attestable(uuid(row, "consignment"), row.getLong("sequence"), new PartyId(row.getString("sender")),
                        StoredJson.read(row.getString("event"), ClearanceEvent.class), instant(row, "occurred_at"), row.getString("carrier"),
                        row.getString("bill"), row.getString("ship"), row.getString("voyage"), row.getString("port"))).list();
    }

    @Override
    public void sent(Attestable fact, UUID act, String subject, String disclosable) {
        conclude(fact, "SENT", act, subject, disclosable);
    }

    @Override
    public void awaitParty(Attestable fact) {
        conclude(fact, "AWAITS_PARTY", null, "", "");
    }

    @Override
    public void pass(Attestable fact) {
        conclude(fact, "PASSED", null, "", "");
    }

    private static void conclude(Attestable fact, String state, @Nullable UUID act, String subject, String disclosable) {
        Running.sql("""
                update ledger_attestation set state = :state, act = :act::uuid, subject = :subject, disclosable = :disclosable
                where consignment = :consignment and sequence = :sequence and state = 'PENDING'""")
                .param("state", state).param("act", act).param("subject", subject).param("disclosable", disclosable)
                .param("consignment", fact.consignment()).param("sequence", fact.sequence()).update();
    }
}
