package io.fairway.usecase.work;

import io.fairway.clearance.Role;
import io.fairway.document.finding.Text;
import io.fairway.usecase.Caller;
import io.fairway.usecase.OperationQueries;
import io.fairway.usecase.title.LedgerState;
import io.fairway.usecase.view.LedgerDifferenceView;
import io.fairway.usecase.view.OverdueView;
import io.fairway.usecase.view.Slice;
import io.fairway.usecase.work.WorkItem.Kind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What waits for the operator of the hub: the first 200 that are stuck or late, and where hub and ledger differ. */
public final class OperationWork implements WorkSource {
    private static final Slice.Want FIRST = new Slice.Want(Slice.Want.MOST, Optional.empty());

    private final OperationQueries operations;
    private final LedgerState ledger;
    private final Duration overdueAfter;
    private final InstantSource clock;

    /** @param overdueAfter how long something may wait before somebody should look */
    public OperationWork(OperationQueries operations, LedgerState ledger, Duration overdueAfter, InstantSource clock) {
        this.operations = operations;
        this.ledger = ledger;
        this.overdueAfter = overdueAfter;
        this.clock = clock;
    }

    @Override
    public List<WorkItem> of(Caller caller) {
        if (!caller.roles().contains(Role.OPERATOR)) {
            return List.of();
        }
        return Stream.concat(operations.overdue(clock.instant(), overdueAfter, FIRST).items().stream().map(OperationWork::waiting),
                ledger.now().differences().stream().map(OperationWork::difference)).toList();
    }

    private static WorkItem waiting(OverdueView row) {
        return new WorkItem(row.parked() ? Kind.STUCK : Kind.LATE, row.party(), row.cause().map(cause -> new Text(cause, cause)), row.since(),
                Optional.of(row.id()));
    }

    private static WorkItem difference(LedgerDifferenceView found) {
        return new WorkItem(Kind.LEDGER_DIFFERENCE, found.actor() + " " + found.event(), Optional.empty(), found.foundAt(), Optional.empty());
    }
}
