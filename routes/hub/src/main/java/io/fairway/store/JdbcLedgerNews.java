package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.uuid;

import io.fairway.clearance.BulkQuantity;
import io.fairway.document.Document;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.id.BillNumber;
import io.fairway.usecase.ConsignmentId;
import io.fairway.usecase.FactId;
import io.fairway.usecase.InterchangeId;
import io.fairway.usecase.LedgerNews;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.PendingFact;
import io.fairway.usecase.title.FlatRecord;
import java.util.List;
import java.util.Optional;

/** What the ledger told, as rows in the ledger's order. */
public final class JdbcLedgerNews implements LedgerNews {

    @Override
    public Optional<News> next() {
        return Running.sql("""
                select n.position, n.action, n.by_party, n.record, r.subject, n.told_at,
                       coalesce(r.number, (select c.value from ledger_commitment c where c.digest = split_part(r.subject, '/', 3))) as number
                from ledger_news n join ledger_right r on r.id = n.right_id
                where n.state = 'PENDING' and not exists (select 1 from ledger_news e where e.right_id = n.right_id and e.state = 'PARKED')
                order by n.position limit 1""")
                .query((row, number) -> new News(row.getLong("position"), row.getString("subject"), row.getString("action"), row.getString("by_party"),
                        FlatRecord.read(row.getString("record")), Optional.ofNullable(row.getString("number")), instant(row, "told_at")))
                .optional();
    }

    @Override
    public boolean claim(long position) {
        return Running.sql("select true from ledger_news where position = :position and state = 'PENDING' for update").param("position", position)
                .query(Boolean.class).optional().isPresent();
    }

    @Override
    public void conclude(long position, String reason) {
        int concluded = Running.sql("update ledger_news set state = :state, reason = :reason where position = :position and state = 'PENDING'")
                .param("state", reason.isEmpty() ? "APPLIED" : "KEPT").param("reason", reason).param("position", position).update();
        if (concluded != 1) {
            throw new IllegalStateException("Another hub applied news " + position);
        }
    }

    @Override
    public void recordFailure(long position, String cause, int most) {
        Running.sql("""
                update ledger_news set attempts = attempts + 1, reason = :cause,
                                       state = case when attempts + 1 >= :most then 'PARKED' else state end
                where position = :position and state = 'PENDING'""")
                .param("cause", cause).param("most", most).param("position", position).update();
    }

    @Override
    public List<String> containers(List<String> units) {
        return Running.sql("select value from ledger_commitment where kind = 'UNIT' and digest = any(:units::text[]) order by value")
                .param("units", units.toArray(String[]::new)).query(String.class).list();
    }

    @Override
    public String goods(List<String> units) {
        return Running.sql("select coalesce(max(value), '') from ledger_commitment where kind = 'GOODS' and digest = any(:units::text[])")
                .param("units", units.toArray(String[]::new)).query(String.class).single();
    }

    @Override
    public Optional<BulkQuantity> quantity(String subject, long version) {
        return Running.sql("""
                select q.amount, q.unit from ledger_right_quantity q join ledger_right r on r.id = q.right_id
                where r.subject = :subject and q.version = :version""")
                .param("subject", subject).param("version", version)
                .query((row, number) -> new BulkQuantity(row.getLong("amount"), row.getString("unit"))).optional();
    }

    @Override
    public Optional<PendingFact> manifest(PartyId carrier, BillNumber bill) {
        return Running.sql("""
                select f.id, f.consignment, f.document, f.sender, f.message, f.attempts, f.received_at, i.id as interchange, i.reference,
                       i.environment, i.trace
                from consignment c join fact f on f.consignment = c.id join interchange i on i.id = f.interchange
                where c.carrier = :carrier and c.bill = :bill and c.environment = 'LIVE' and f.kind = 'Manifest' and f.sender = :carrier
                      and f.state = 'APPLIED' and f.erased_at is null
                order by f.position desc limit 1""")
                .param("carrier", carrier.value()).param("bill", bill.value())
                .query((row, number) -> new PendingFact(new FactId(uuid(row, "id")), new ConsignmentId(uuid(row, "consignment")),
                        StoredJson.read(row.getString("document"), Document.class), new PartyId(row.getString("sender")),
                        new InterchangeId(uuid(row, "interchange")), row.getString("reference"), row.getString("message"),
                        Environment.valueOf(row.getString("environment")), instant(row, "received_at"), row.getString("trace"),
                        row.getInt("attempts")))
                .optional();
    }
}
