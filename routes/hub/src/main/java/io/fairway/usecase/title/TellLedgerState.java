package io.fairway.usecase.title;

import io.fairway.usecase.Transactions;
import io.fairway.usecase.anchor.Anchors;
import io.fairway.usecase.view.LedgerDifferenceView;
import io.fairway.usecase.view.LedgerStateView;
import java.util.List;
import java.util.Optional;

/** Puts together what the operator is told of the ledger. */
public final class TellLedgerState implements LedgerState {
    private static final int MOST_DIFFERENCES = 100;

    private final LedgerStanding standing;
    private final LedgerRecords records;
    private final Anchors anchors;
    private final Transactions transactions;

    public TellLedgerState(LedgerStanding standing, LedgerRecords records, Anchors anchors, Transactions transactions) {
        this.standing = standing;
        this.records = records;
        this.anchors = anchors;
        this.transactions = transactions;
    }

    /** A root that the ledger refuses is trouble too. */
    @Override
    public LedgerStateView now() {
        int pending = standing.pending();
        return transactions.asHub(() -> {
            LedgerRecords.Progress progress = records.progress();
            Anchors.Standing anchored = anchors.standing();
            List<LedgerDifferenceView> differences = records.differences(MOST_DIFFERENCES);
            Optional<String> trouble = standing.trouble().or(() -> anchored.refused().map(code -> "The ledger refuses the hub's anchors: " + code));
            return new LedgerStateView(standing.network(), trouble, pending, anchored.waiting(), progress.followed(), progress.compared(),
                    progress.comparedAt(), differences);
        });
    }
}
