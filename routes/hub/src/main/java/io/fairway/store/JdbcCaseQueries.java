package io.fairway.store;

import io.fairway.usecase.Caller;
import io.fairway.usecase.CaseQueries;
import io.fairway.usecase.Sight;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.view.ConsignmentDetail;
import io.fairway.usecase.view.ConsignmentView;
import io.fairway.usecase.view.ContainerView;
import io.fairway.usecase.view.DeclarationView;
import io.fairway.usecase.view.DiscrepancyView;
import io.fairway.usecase.view.LookView;
import io.fairway.usecase.view.OpenDiscrepancyView;
import io.fairway.usecase.view.PortCallView;
import io.fairway.usecase.view.Slice;
import io.fairway.usecase.view.TimelineEntry;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What parties read of cases; row-level security leaves of every statement what the party may see. */
public final class JdbcCaseQueries implements CaseQueries {
    private static final int MOST_PARTS = 200;
    private static final String CONSIGNMENT = """
            select c.id, c.carrier, c.bill, c.environment, c.state, c.port_call, c.opened_at, c.changed_at, c.erased_at from consignment c""";
    private static final String CONTAINER = """
            select b.id, b.consignment, c.bill, b.number, b.environment, b.status, b.state, b.changed_at
            from container b join consignment c on c.id = b.consignment""";
    private static final String DECLARATION = """
            select d.id, d.consignment, d.lrn, d.declarant, d.environment, d.state, d.changed_at from declaration d""";

    private final Transactions transactions;
    private final InstantSource clock;

    public JdbcCaseQueries(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Slice<ConsignmentView> consignments(Caller caller, Optional<String> bill, Optional<String> carrier, Slice.Want want) {
        Sight sight = Sight.of(caller.roles());
        return looking(caller, "consignments", ConsignmentView::id, () -> Slices.byId(Running.sql(CONSIGNMENT + """
                 where (:bill::text is null or c.bill = :bill) and (:carrier::text is null or c.carrier = :carrier)
                and (:after::uuid is null or c.id < :after) order by c.id desc limit :rows""")
                .param("bill", bill.orElse(null)).param("carrier", carrier.orElse(null)), want,
                (row, n) -> sight.of(CaseViews.consignment(row, n)), ConsignmentView::id));
    }

    @Override
    public Optional<ConsignmentDetail> consignment(Caller caller, UUID id) {
        return as(caller, () -> detail(caller, id).map(found -> seen(caller, "consignment", List.of(id), found)));
    }

    /** In the running transaction; the look is the caller's to note. */
    static Optional<ConsignmentDetail> detail(Caller caller, UUID id) {
        return find(id).map(consignment -> Sight.of(caller.roles()).of(new ConsignmentDetail(consignment,
                Running.sql(CONTAINER + " where b.consignment = :id order by b.number limit :most").param("id", id)
                        .param("most", MOST_PARTS).query(CaseViews::container).list(),
                Running.sql(DECLARATION + " where d.consignment = :id order by d.lrn limit :most").param("id", id)
                        .param("most", MOST_PARTS).query(CaseViews::declaration).list())));
    }

    private static Optional<ConsignmentView> find(UUID id) {
        return Running.sql(CONSIGNMENT + " where c.id = :id").param("id", id).query(CaseViews::consignment).optional();
    }

    @Override
    public Optional<Slice<TimelineEntry>> timeline(Caller caller, UUID consignment, Slice.Want want) {
        return as(caller, () -> find(consignment).map(found -> seen(caller, "timeline", List.of(consignment),
                Slices.byNumber(events(caller, consignment), want,
                        (row, n) -> new Slices.Numbered<>(row.getLong("sequence"), CaseViews.event(row))))));
    }

    /** What the caller is told of the events of a case, in the running transaction; takes {@code :after} and {@code :rows}. */
    static StatementSpec events(Caller caller, UUID consignment) {
        List<String> told = Sight.of(caller.roles()).events();
        return Running.sql("""
                select sequence, occurred_at, received_at, sender, kind, event, interchange, message, disposition, reason, stands,
                       stands_reason
                from consignment_event where consignment = :id and sequence > :after
                and (cardinality(:told::text[]) = 0 or kind = any(:told::text[]) or sender = :party) order by sequence limit :rows""")
                .param("id", consignment).param("told", told.toArray(String[]::new)).param("party", caller.party().value());
    }

    @Override
    public Optional<Slice<DiscrepancyView>> discrepancies(Caller caller, UUID consignment, Slice.Want want) {
        return as(caller, () -> find(consignment).map(found -> seen(caller, "discrepancies", List.of(consignment), Slices.byNumber(Running.sql("""
                select position, body, found_at, settled_at from discrepancy
                where consignment = :id and position > :after order by position limit :rows""").param("id", consignment), want,
                (row, n) -> new Slices.Numbered<>(row.getLong("position"), DiscrepancyRows.view(row))))));
    }

    @Override
    public Optional<Slice<LookView>> looks(Caller caller, UUID consignment, Slice.Want want) {
        return as(caller, () -> find(consignment).map(found -> Looks.of(consignment, caller.party(), want)));
    }

    @Override
    public Slice<OpenDiscrepancyView> openDiscrepancies(Caller caller, Slice.Want want) {
        return looking(caller, "discrepancies", OpenDiscrepancyView::consignment, () -> Slices.byNumber(Running.sql("""
                select d.position, d.body, d.found_at, d.settled_at, d.consignment, c.bill
                from discrepancy d join consignment c on c.id = d.consignment
                where d.settled_at is null and d.position > :after order by d.position limit :rows"""), want,
                (row, n) -> new Slices.Numbered<>(row.getLong("position"), new OpenDiscrepancyView(Columns.uuid(row, "consignment"),
                        row.getString("bill"), DiscrepancyRows.view(row)))));
    }

    @Override
    public Slice<ContainerView> containers(Caller caller, Optional<String> number, Slice.Want want) {
        Sight sight = Sight.of(caller.roles());
        return looking(caller, "containers", ContainerView::consignment, () -> Slices.byId(Running.sql(CONTAINER + """
                 where (:number::text is null or b.number = :number) and (:after::uuid is null or b.id < :after)
                order by b.id desc limit :rows""")
                .param("number", number.orElse(null)), want, (row, n) -> sight.of(CaseViews.container(row, n)), ContainerView::id));
    }

    @Override
    public Slice<DeclarationView> declarations(Caller caller, Optional<String> lrn, Slice.Want want) {
        return looking(caller, "declarations", DeclarationView::consignment, () -> Slices.byId(Running.sql(DECLARATION + """
                 where (:lrn::text is null or d.lrn = :lrn) and (:after::uuid is null or d.id < :after)
                order by d.id desc limit :rows""")
                .param("lrn", lrn.orElse(null)), want, CaseViews::declaration, DeclarationView::id));
    }

    @Override
    public Optional<DeclarationView> declaration(Caller caller, UUID id) {
        return as(caller, () -> Running.sql(DECLARATION + " where d.id = :id").param("id", id).query(CaseViews::declaration).optional()
                .map(found -> seen(caller, "declaration", List.of(found.consignment()), found)));
    }

    @Override
    public Slice<PortCallView> portCalls(Caller caller, Optional<String> ship, Slice.Want want) {
        return as(caller, () -> Slices.byId(Running.sql("""
                select id, ship, ship_name, voyage, port, carrier, environment, state, changed_at from port_call
                where (:ship::text is null or ship = :ship) and (:after::uuid is null or id < :after) order by id desc limit :rows""")
                .param("ship", ship.orElse(null)), want, CaseViews::portCall, PortCallView::id));
    }

    private <T> Slice<T> looking(Caller caller, String operation, Function<T, UUID> consignment, Supplier<Slice<T>> work) {
        return as(caller, () -> {
            Slice<T> slice = work.get();
            return seen(caller, operation, slice.items().stream().map(consignment).toList(), slice);
        });
    }

    private <T> T seen(Caller caller, String operation, Collection<UUID> consignments, T what) {
        Looks.at(consignments, caller, operation, clock.instant());
        return what;
    }

    private <T> T as(Caller caller, Supplier<T> work) {
        return transactions.asParty(caller.party(), work);
    }
}
