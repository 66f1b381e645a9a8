package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.uuid;

import io.fairway.clearance.ClearanceEvent;
import io.fairway.document.id.Sha256;
import io.fairway.usecase.Caller;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.title.FlatRecord;
import io.fairway.usecase.verification.OnLedger;
import io.fairway.usecase.verification.OnLedger.Attested;
import io.fairway.usecase.verification.OnLedger.Claim;
import io.fairway.usecase.verification.OnLedger.Image;
import io.fairway.usecase.verification.OnLedger.Paper;
import io.fairway.usecase.verification.OnLedger.Title;
import io.fairway.usecase.verification.Question;
import io.fairway.usecase.verification.TradeCase;
import io.fairway.usecase.verification.TradeCase.Grant;
import io.fairway.usecase.verification.TradeCase.Said;
import io.fairway.usecase.verification.TradeRecords;
import io.fairway.usecase.view.ConsignmentDetail;
import io.fairway.usecase.view.DiscrepancyView;
import io.fairway.usecase.view.PortCallView;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Trades as rows: what the bank sees, row-level security decides; what is known beyond is read as the hub. */
public final class JdbcTradeRecords implements TradeRecords {
    private static final int MOST_SAID = 5_000;

    @Override
    public Optional<TradeCase> find(Caller caller, Question.Subject subject, String operation, Instant now) {
        return consignment(subject).flatMap(id -> JdbcCaseQueries.detail(caller, id)).map(detail -> {
            UUID id = detail.consignment().id();
            Looks.at(List.of(id), caller, operation, now);
            return new TradeCase(detail, grant(id, subject.grant()), said(id), discrepancies(id), call(detail));
        });
    }

    /** A grant that ended opens nothing, even where the case is seen for another reason. */
    private static Optional<UUID> consignment(Question.Subject subject) {
        return Running.sql("""
                select c.id from consignment c
                where (:grant::uuid is null or exists (select 1 from access_grant g where g.id = :grant and g.consignment = c.id
                        and g.party = party() and g.withdrawn_at is null and g.valid_until > now()))
                and (:carrier::text is null or c.carrier = :carrier) and (:bill::text is null or c.bill = :bill)
                order by c.environment, c.id limit 1""")
                .param("grant", subject.grant().orElse(null)).param("carrier", subject.carrier().map(PartyId::value).orElse(null))
                .param("bill", subject.bill().map(bill -> bill.value()).orElse(null)).query(UUID.class).optional();
    }

    private static Optional<Grant> grant(UUID consignment, Optional<UUID> named) {
        return Running.sql("""
                select id, owner from access_grant where consignment = :consignment and party = party() and withdrawn_at is null
                and valid_until > now() and (:named::uuid is null or id = :named) order by declarations desc, id desc limit 1""")
                .param("consignment", consignment).param("named", named.orElse(null))
                .query((row, n) -> new Grant(uuid(row, "id"), new PartyId(row.getString("owner")))).optional();
    }

    private static List<Said> said(UUID consignment) {
        return Running.sql("""
                select sequence, sender, event, occurred_at, received_at from consignment_event
                where consignment = :id and stands = 'APPLIED' order by sequence limit :most""").param("id", consignment).param("most", MOST_SAID)
                .query((row, n) -> new Said(row.getLong("sequence"), new PartyId(row.getString("sender")),
                        StoredJson.read(row.getString("event"), ClearanceEvent.class), instant(row, "occurred_at"), instant(row, "received_at")))
                .list();
    }

    private static List<DiscrepancyView> discrepancies(UUID consignment) {
        return Running.sql("select body, found_at, settled_at from discrepancy where consignment = :id and settled_at is null order by position")
                .param("id", consignment).query((row, n) -> DiscrepancyRows.view(row)).list();
    }

    private static Optional<PortCallView> call(ConsignmentDetail detail) {
        return detail.consignment().portCall().flatMap(call -> Running.sql("""
                select id, ship, ship_name, voyage, port, carrier, environment, state, changed_at from port_call where id = :id""")
                .param("id", call).query(CaseViews::portCall).optional());
    }

    @Override
    public OnLedger onLedger(UUID consignment, Set<Long> seen, String bill, Optional<String> claim) {
        Long[] places = seen.toArray(Long[]::new);
        long block = Running.sql("select next_block - 1 from ledger_checkpoint").query(Long.class).optional().orElse(-1L);
        return new OnLedger(title(bill), claim.flatMap(JdbcTradeRecords::claim), papers(consignment, places), attested(consignment, places),
                images(consignment, places), block);
    }

    private static Optional<Title> title(String bill) {
        return Running.sql("""
                select id, subject, record, changed_at from ledger_right where kind = 'BILL' and starts_with(subject, :bill)
                order by split_part(subject, '/', 4)::integer desc limit 1""").param("bill", bill)
                .query((row, n) -> new Title(row.getString("subject"), FlatRecord.read(row.getString("record")),
                        JdbcRights.events(uuid(row, "id")).param("after", Long.MIN_VALUE).param("rows", Integer.MAX_VALUE)
                                .query((event, m) -> JdbcRights.event(event)).list(), instant(row, "changed_at"))).optional();
    }

    private static Optional<Claim> claim(String subject) {
        return Running.sql("""
                select r.record, r.changed_at, e.transaction, e.block from ledger_right r
                join ledger_right_event e on e.right_id = r.id and e.version = r.version where r.subject = :subject""").param("subject", subject)
                .query((row, n) -> new Claim(FlatRecord.read(row.getString("record")), row.getString("transaction"), row.getLong("block"),
                        instant(row, "changed_at"))).optional();
    }

    private static Map<Long, Paper> papers(UUID consignment, Long[] places) {
        Map<Long, Paper> papers = new HashMap<>();
        Running.sql("""
                select e.sequence, t.sender, t.digest, i.digest as part, t.received_at from consignment_event e join fact f on f.id = e.fact
                join interchange i on i.id = f.interchange join transmission t on t.id = i.transmission
                where e.consignment = :id and e.sequence = any(:places)""").param("id", consignment).param("places", places)
                .query((row, n) -> papers.put(row.getLong("sequence"), new Paper(new PartyId(row.getString("sender")),
                        new Sha256(row.getString("digest")), Optional.ofNullable(row.getString("part")).map(Sha256::new),
                        instant(row, "received_at")))).list();
        return papers;
    }

    /** That customs released is attested without a word of the declaration, so that everybody who sees the case may know of it. */
    private static Map<Long, Attested> attested(UUID consignment, Long[] places) {
        Map<Long, Attested> attested = new HashMap<>();
        Running.sql("""
                select a.sequence, a.disclosable, e.sender, e.occurred_at, r.subject, r.record, r.changed_at, v.transaction, v.block
                from ledger_attestation a join consignment_event e on e.consignment = a.consignment and e.sequence = a.sequence
                join ledger_right r on r.subject = a.subject join ledger_right_event v on v.right_id = r.id and v.version = 1
                where a.consignment = :id and e.stands = 'APPLIED' and r.version = 1
                and (a.sequence = any(:places) or e.kind = 'CustomsDecided') order by a.sequence""").param("id", consignment)
                .param("places", places)
                .query((row, n) -> attested.put(row.getLong("sequence"), new Attested(FlatRecord.read(row.getString("record")).text("fact"),
                        new PartyId(row.getString("sender")), instant(row, "occurred_at"), instant(row, "changed_at"), row.getString("subject"),
                        row.getString("transaction"), row.getLong("block"), disclosable(row.getString("disclosable"))))).list();
        return attested;
    }

    private static FlatRecord disclosable(String stored) {
        return stored.isEmpty() ? FlatRecord.of(Map.of()) : FlatRecord.read(stored);
    }

    private static List<Image> images(UUID consignment, Long[] places) {
        return Running.sql("""
                select distinct o.image_digest, o.created_at from outbound o join consignment_event e on e.fact = o.cause
                where o.consignment = :id and e.consignment = :id and e.sequence = any(:places) and o.image_digest is not null
                order by o.created_at, o.image_digest""").param("id", consignment).param("places", places)
                .query((row, n) -> new Image(new Sha256(row.getString("image_digest")), instant(row, "created_at"))).list();
    }
}
