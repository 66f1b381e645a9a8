package io.fairway.store;

import static io.fairway.store.Columns.instant;
import static io.fairway.store.Columns.optionalInstant;
import static io.fairway.store.Columns.optionalUuid;
import static io.fairway.store.Columns.uuid;

import io.fairway.usecase.Archive;
import io.fairway.usecase.Caller;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.view.ArchiveView;
import io.fairway.usecase.view.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;

/** Numbers looked up in their indexes, each under the row-level security of its table; an object that bears a number twice is shown once. */
public final class JdbcArchive implements Archive {
    private static final String FIND = """
            select * from (
                select distinct on (id) id, kind, consignment, at, erased_at from (
                    select c.id, 'BILL' as kind, c.id as consignment, c.opened_at as at, c.erased_at from consignment c where c.bill = :number
                    union all
                    select c.id, 'CONTAINER', c.id, c.opened_at, c.erased_at
                    from container b join consignment c on c.id = b.consignment where b.number = :number
                    union all
                    select c.id, 'LRN', c.id, c.opened_at, c.erased_at
                    from declaration d join consignment c on c.id = d.consignment where d.lrn = :number
                    union all
                    select c.id, 'ENTRY_NUMBER', c.id, c.opened_at, c.erased_at
                    from declaration d join consignment c on c.id = d.consignment where d.entry_number = :number
                    union all
                    select c.id, n.kind, c.id, c.opened_at, c.erased_at
                    from archive_number n join consignment c on c.id = n.consignment where n.number = :number
                    union all
                    select p.id, 'SHIP', null, p.changed_at, null from port_call p where p.ship = :number
                    union all
                    select i.id, 'INTERCHANGE', null, i.received_at, i.erased_at from interchange i where i.sender = :party and i.reference = :number
                    union all
                    select o.id, 'INTERCHANGE', o.consignment, o.created_at, o.erased_at
                    from outbound o where o.recipient = :party and o.reference = :number
                    union all
                    select i.id, 'DOCUMENT', null, i.received_at, i.erased_at
                    from trade_document t join fact f on f.id = t.fact join interchange i on i.id = f.interchange
                    where t.number = :number and t.sender = :party
                    union all
                    select r.id, 'RIGHT', null, r.changed_at, null from ledger_right r where r.number = :number
                    union all
                    select r.id, 'RIGHT', null, r.changed_at, null from ledger_right r where r.subject = :number) bearing
                order by id, kind) found
            where :after::uuid is null or id < :after order by id desc limit :rows""";

    private final Transactions transactions;
    private final InstantSource clock;

    public JdbcArchive(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Slice<ArchiveView> find(Caller caller, String number, Slice.Want want) {
        return transactions.asParty(caller.party(), () -> {
            Slice<ArchiveView> found = Slices.byId(Running.sql(FIND).param("number", number).param("party", caller.party().value()), want,
                    (row, n) -> view(number, row), ArchiveView::id);
            Looks.at(found.items().stream().map(ArchiveView::consignment).flatMap(Optional::stream).toList(), caller, "archive", clock.instant());
            return found;
        });
    }

    private static ArchiveView view(String number, ResultSet row) throws SQLException {
        return new ArchiveView(uuid(row, "id"), ArchiveView.Kind.valueOf(row.getString("kind")), number, optionalUuid(row, "consignment"),
                instant(row, "at"), optionalInstant(row, "erased_at"));
    }
}
