package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.time;
import static io.fairway.store.Columns.uuid;

import io.fairway.document.Envelope.Environment;
import io.fairway.usecase.Caller;
import io.fairway.usecase.evidence.CaseFiles;
import io.fairway.usecase.retention.Erasable;
import io.fairway.usecase.retention.Erasure;
import io.fairway.usecase.view.ConsignmentDetail;
import io.fairway.usecase.view.DeliveryView;
import io.fairway.usecase.view.FindingView;
import io.fairway.usecase.view.LineageView;
import io.fairway.usecase.view.TimelineEntry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Cases as their evidence has them; row-level security leaves of every statement what is the party's. */
public final class JdbcCaseFiles implements CaseFiles {
    private final InstantSource clock;

    public JdbcCaseFiles(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Optional<ConsignmentDetail> consignment(Caller caller, UUID consignment) {
        return JdbcCaseQueries.detail(caller, consignment).map(found -> {
            Looks.at(List.of(consignment), caller, "evidence", clock.instant());
            return found;
        });
    }

    @Override
    public List<TimelineEntry> timeline(Caller caller, UUID consignment) {
        return JdbcCaseQueries.events(caller, consignment).param("after", Long.MIN_VALUE).param("rows", Integer.MAX_VALUE)
                .query((row, n) -> CaseViews.event(row)).list();
    }

    @Override
    public List<UUID> receivedAbout(UUID consignment) {
        return Running.sql("select distinct f.interchange from fact f where f.consignment = :id and f.sender = party() order by f.interchange")
                .param("id", consignment).query(UUID.class).list();
    }

    @Override
    public List<UUID> sentAbout(Caller caller, UUID consignment) {
        return Running.sql("select id from outbound where consignment = :id and recipient = :party order by id")
                .param("id", consignment).param("party", caller.party().value()).query(UUID.class).list();
    }

    @Override
    public Optional<Received> received(UUID interchange) {
        return Running.sql("select i.*, i.received_at as at from interchange i where i.id = :id and i.sender = party()").param("id", interchange)
                .query((row, n) -> new Received(InterchangeDetails.received(row, n), row.getLong("envelope_offset"), row.getLong("length"),
                        findings(interchange), lineage(interchange), answers(interchange), deliveries(interchange))).optional();
    }

    private static List<FindingView> findings(UUID interchange) {
        return Running.sql("select body from finding where interchange = :id order by position").param("id", interchange)
                .query(InterchangeDetails::finding).list();
    }

    private static List<LineageView> lineage(UUID interchange) {
        return Running.sql("""
                select f.id, f.message, f.ordinal, f.kind, l.lineage from fact f join fact_lineage l on l.fact = f.id
                where f.interchange = :id order by f.position""").param("id", interchange)
                .query((row, n) -> JdbcExchangeQueries.lineage(row)).list();
    }

    private static List<Answer> answers(UUID interchange) {
        return Running.sql("select kind, dialect, bytes from acknowledgment where interchange = :id order by ordinal").param("id", interchange)
                .query((row, n) -> new Answer(row.getString("kind"), row.getString("dialect"), row.getBytes("bytes"))).list();
    }

    private static List<DeliveryView> deliveries(UUID interchange) {
        return Running.sql("select * from outbound where answers = :id order by position").param("id", interchange)
                .query((row, n) -> JdbcExchangeQueries.delivery(row)).list();
    }

    @Override
    public Optional<Original> original(UUID transmission) {
        return Running.sql("""
                select sender, received_at, digest, content_type, bytes, signature from transmission
                where id = :id and sender = party() and (erased_at is null or octet_length(bytes) > 0)""")
                .param("id", transmission)
                .query((row, n) -> new Original(transmission, row.getString("sender"), instant(row, "received_at"), row.getString("digest"),
                        row.getString("content_type"), row.getBytes("bytes"), Optional.ofNullable(row.getBytes("signature")))).optional();
    }

    @Override
    public Optional<Sent> sent(Caller caller, UUID outbound) {
        return Running.sql("""
                select o.*, 'FAIRWAY' as envelope_sender, o.recipient as envelope_recipient, o.created_at as at, o.image_digest as digest
                from outbound o where o.recipient = :party and o.id = :id""").param("party", caller.party().value()).param("id", outbound)
                .query((row, n) -> new Sent(InterchangeDetails.sent(row, n), Optional.ofNullable(row.getBytes("image")),
                        Optional.ofNullable(row.getString("image_type")).orElse(""), Optional.ofNullable(row.getBytes("image_signature")),
                        Optional.ofNullable(row.getBytes("receipt")))).optional();
    }

    @Override
    public List<TitleRecord> titles(Caller caller, String bill) {
        return Running.sql(JdbcRights.RIGHT + " where number = :bill order by id").param("bill", bill)
                .query((row, n) -> new TitleRecord(JdbcRights.view(row, n), JdbcRights.events(uuid(row, "id")).param("after", Long.MIN_VALUE)
                        .param("rows", Integer.MAX_VALUE).query((event, m) -> JdbcRights.event(event)).list())).list();
    }

    @Override
    public List<LedgerReceipt> receipts(Caller caller, String bill) {
        return Running.sql("""
                select a.id, a.action, a.receipt from ledger_act a join ledger_right r on r.subject = a.lane
                where a.party = :party and r.number = :bill and a.state = 'RECORDED' and a.receipt is not null order by a.position""")
                .param("party", caller.party().value()).param("bill", bill)
                .query((row, n) -> new LedgerReceipt(uuid(row, "id"), row.getString("action"), row.getBytes("receipt"))).list();
    }

    @Override
    public List<Erased> erased(UUID consignmentOrInterchange) {
        return Running.sql("""
                select kind, subject, sort, cause, erased_at from erasure where subject in (
                    select cast(:id as uuid)
                    union select consignment from fact where interchange = :id and consignment is not null
                    union select interchange from fact where consignment = :id
                    union select consignment from outbound where id = :id and consignment is not null
                    union select answers from outbound where id = :id
                    union select passage_subject(d.passage) from gate_decision d join container x on d.containers @> array[x.number]
                        join consignment c on c.id = x.consignment
                        where c.id = :id and d.environment = c.environment and d.started_at >= c.opened_at)
                order by erased_at, subject""").param("id", consignmentOrInterchange)
                .query((row, n) -> new Erased(Erasable.valueOf(row.getString("kind")), uuid(row, "subject"), row.getString("sort"),
                        Erasure.Cause.valueOf(row.getString("cause")), instant(row, "erased_at"))).list();
    }

    @Override
    public List<GateRecord> gateRecords(String container, Environment environment, Instant from, Optional<Instant> until) {
        return Running.sql("""
                select passage, revision, lane, permission, decided_at, record, seal from gate_decision
                where containers @> array[cast(:container as text)] and environment = :environment and started_at >= :from and erased_at is null
                    and (cast(:until as timestamptz) is null or started_at <= :until)
                order by started_at, passage, revision""")
                .param("container", container).param("environment", environment.name()).param("from", time(from))
                .param("until", until.map(Columns::time).orElse(null))
                .query((row, n) -> new GateRecord(row.getString("passage"), row.getInt("revision"), row.getString("lane"),
                        row.getString("permission"), instant(row, "decided_at"), row.getBytes("record"), row.getBytes("seal"))).list();
    }
}
