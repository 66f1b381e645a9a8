package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.uuid;

import io.fairway.document.Lineage;
import io.fairway.usecase.Caller;
import io.fairway.usecase.ExchangeQueries;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.view.AcknowledgmentView;
import io.fairway.usecase.view.DeliveryView;
import io.fairway.usecase.view.FindingView;
import io.fairway.usecase.view.InterchangeDetail;
import io.fairway.usecase.view.InterchangeView;
import io.fairway.usecase.view.InterchangeView.Direction;
import io.fairway.usecase.view.LineageView;
import io.fairway.usecase.view.Slice;
import io.fairway.usecase.view.TransmissionView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What parties read of their exchanges; row-level security leaves of every statement what is the party's. */
public final class JdbcExchangeQueries implements ExchangeQueries {
    private static final int MOST_INTERCHANGES = 50;
    private static final int MOST_FINDINGS = 1000;
    private static final String RECEIVED = """
            select i.id, i.reference, i.envelope_sender, i.envelope_recipient, i.environment, i.received_at as at, i.digest,
                   i.transmission, i.syntax, i.repeats, i.verdict, null as kind, null as dialect, null as state
            from interchange i where i.sender = :party""";
    private static final String SENT = """
            select o.id, o.reference, 'FAIRWAY' as envelope_sender, o.recipient as envelope_recipient, o.environment, o.created_at as at,
                   o.image_digest as digest, null::uuid as transmission, null as syntax, null::uuid as repeats, null as verdict, o.kind,
                   o.dialect, o.state
            from outbound o where o.recipient = :party""";
    private static final String FILTER = """
             and (:reference::text is null or reference = :reference) and (:after::uuid is null or id < :after)
            order by id desc limit :rows""";

    private final Transactions transactions;

    public JdbcExchangeQueries(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<TransmissionView.State> state(Caller caller, UUID transmission) {
        return as(caller, () -> stateOf(transmission));
    }

    private static Optional<TransmissionView.State> stateOf(UUID transmission) {
        return Running.sql("""
                select case when t.state = 'READ' and not exists (select 1 from fact f join interchange i on i.id = f.interchange
                            where i.transmission = t.id and f.state = 'PENDING') then 'SETTLED' else t.state end
                from transmission t where t.id = :id""")
                .param("id", transmission).query(String.class).optional().map(TransmissionView.State::valueOf);
    }

    @Override
    public Optional<TransmissionView> transmission(Caller caller, UUID id) {
        return as(caller, () -> stateOf(id).map(state -> Running.sql("""
                select t.digest, t.received_at, t.channel = 'repair' as repairs, exists (select 1 from repair r where r.original = t.id) as repaired
                from transmission t where t.id = :id""").param("id", id)
                .query((row, n) -> new Told(row.getString("digest"), instant(row, "received_at"), row.getBoolean("repairs"), row.getBoolean("repaired")))
                .single().view(caller, id, state)));
    }

    /** What is known of a transmission before anything else is read. @param repairs whether it may be a repaired copy */
    private record Told(String digest, Instant receivedAt, boolean repairs, boolean repaired) {

        TransmissionView view(Caller caller, UUID id, TransmissionView.State state) {
            return new TransmissionView(id, digest, receivedAt, state, interchangesOf(caller, id), findingsOutside(id),
                    repairs ? JdbcStuckRows.repairedBy(id) : Optional.empty(), repaired ? JdbcStuckRows.repairs(id) : List.of());
        }
    }

    private static List<InterchangeDetail> interchangesOf(Caller caller, UUID transmission) {
        return Running.sql(RECEIVED + " and i.transmission = :transmission order by i.id limit :most")
                .param("party", caller.party().value()).param("transmission", transmission).param("most", MOST_INTERCHANGES)
                .query(InterchangeDetails::received).list().stream().map(InterchangeDetails::of).toList();
    }

    private static List<FindingView> findingsOutside(UUID transmission) {
        return Running.sql("select body from finding where transmission = :id and interchange is null order by position limit :most")
                .param("id", transmission).param("most", MOST_FINDINGS).query(InterchangeDetails::finding).list();
    }

    @Override
    public Slice<InterchangeView> interchanges(Caller caller, Optional<String> reference, Optional<Direction> direction, Slice.Want want) {
        String received = "(" + RECEIVED + FILTER + ")";
        String sent = "(" + SENT + FILTER + ")";
        String sql = direction.map(only -> switch (only) {
            case RECEIVED -> received;
            case SENT -> sent;
        }).orElse(received + " union all " + sent);
        return as(caller, () -> Slices.byId(Running.sql("select * from (" + sql + ") both_ways order by id desc limit :rows")
                .param("party", caller.party().value()).param("reference", reference.orElse(null)), want, JdbcExchangeQueries::row,
                InterchangeView::id));
    }

    private static InterchangeView row(ResultSet row, int number) throws SQLException {
        return row.getString("syntax") == null ? InterchangeDetails.sent(row, number) : InterchangeDetails.received(row, number);
    }

    @Override
    public Optional<InterchangeDetail> interchange(Caller caller, UUID id) {
        return as(caller, () -> find(caller, id).map(InterchangeDetails::of));
    }

    private static Optional<InterchangeView> find(Caller caller, UUID id) {
        return Running.sql(RECEIVED + " and i.id = :id union all " + SENT + " and o.id = :id").param("party", caller.party().value())
                .param("id", id).query(JdbcExchangeQueries::row).optional();
    }

    @Override
    public Optional<Original> original(Caller caller, UUID id) {
        return as(caller, () -> Running.sql("""
                select substring(coalesce(t.content, t.bytes) from (i.envelope_offset + 1)::int for i.length::int) as bytes, t.content_type as type
                from interchange i join transmission t on t.id = i.transmission
                where i.sender = :party and i.id = :id and i.length is not null and i.erased_at is null
                union all
                select image, image_type from outbound where recipient = :party and id = :id and image is not null""")
                .param("party", caller.party().value()).param("id", id)
                .query((row, n) -> new Original(row.getBytes("bytes"), row.getString("type"))).optional());
    }

    @Override
    public Optional<Instant> erased(Caller caller, UUID id) {
        return as(caller, () -> Running.sql("""
                select erased_at from interchange where sender = :party and id = :id and erased_at is not null
                union all
                select erased_at from outbound where recipient = :party and id = :id and erased_at is not null""")
                .param("party", caller.party().value()).param("id", id).query((row, n) -> instant(row, "erased_at")).optional());
    }

    @Override
    public Optional<Slice<FindingView>> findings(Caller caller, UUID id, Slice.Want want) {
        return within(caller, id, () -> Slices.byNumber(Running.sql("""
                select position, body from finding where interchange = :id and position > :after order by position limit :rows""")
                .param("id", id), want, (row, n) -> new Slices.Numbered<>(row.getLong("position"), InterchangeDetails.finding(row, n))));
    }

    @Override
    public Optional<Slice<AcknowledgmentView>> acknowledgments(Caller caller, UUID id, Slice.Want want) {
        return within(caller, id, () -> Slices.byNumber(Running.sql("""
                select ordinal, kind, dialect, bytes from acknowledgment where interchange = :id and ordinal > :after
                order by ordinal limit :rows""")
                .param("id", id), want, (row, n) -> new Slices.Numbered<>(row.getLong("ordinal"), InterchangeDetails.acknowledgment(row, n))));
    }

    @Override
    public Optional<Slice<LineageView>> lineage(Caller caller, UUID id, Slice.Want want) {
        return within(caller, id, () -> Slices.byNumber(Running.sql("""
                select f.position, f.id, f.message, f.ordinal, f.kind, l.lineage from fact f join fact_lineage l on l.fact = f.id
                where f.interchange = :id and f.position > :after order by f.position limit :rows""")
                .param("id", id), want, (row, n) -> new Slices.Numbered<>(row.getLong("position"), lineage(row))));
    }

    static LineageView lineage(ResultSet row) throws SQLException {
        return LineageView.of(uuid(row, "id"), row.getString("message"), row.getInt("ordinal"), row.getString("kind"),
                StoredJson.decompress(row.getBytes("lineage"), Lineage.class));
    }

    @Override
    public Optional<Slice<DeliveryView>> deliveries(Caller caller, UUID id, Slice.Want want) {
        return within(caller, id, () -> Slices.byNumber(Running.sql("""
                select position, id, recipient, kind, dialect, reference, state, attempts, created_at, concluded_at, image_digest,
                       last_failure
                from outbound where answers = :id and position > :after order by position limit :rows""")
                .param("id", id), want, (row, n) -> new Slices.Numbered<>(row.getLong("position"), delivery(row))));
    }

    static DeliveryView delivery(ResultSet row) throws SQLException {
        return new DeliveryView(uuid(row, "id"), row.getString("recipient"), row.getString("kind"), row.getString("dialect"),
                row.getString("reference"), InterchangeDetails.deliveryState(row.getString("state")), row.getInt("attempts"),
                instant(row, "created_at"),
                Optional.ofNullable(row.getObject("concluded_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("image_digest")), wordsFor(row.getString("state"), row.getString("last_failure")));
    }

    /** What failed may name machines and classes: the operator reads it under what is overdue, the sender only what follows from it. */
    private static Optional<String> wordsFor(String state, String failure) {
        if (failure.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(state.equals("PARKED") ? "Given up; the operator of the hub knows why."
                : "No receipt yet; the same bytes are sent again.");
    }

    /** Rows of an interchange that the caller sees; empty when it sees none. */
    private <T> Optional<T> within(Caller caller, UUID interchange, Supplier<T> rows) {
        return as(caller, () -> find(caller, interchange).map(found -> rows.get()));
    }

    private <T> T as(Caller caller, Supplier<T> work) {
        return transactions.asParty(caller.party(), work);
    }
}
