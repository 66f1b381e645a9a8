package io.fairway.usecase;

import io.fairway.usecase.view.BacklogView;
import io.fairway.usecase.view.OverdueView;
import io.fairway.usecase.view.Slice;
import java.time.Duration;
import java.time.Instant;

/** What the operator of the hub reads: amounts and ages of the work, and what is stuck. No contents of documents. Runs as the hub. */
public interface OperationQueries {

    /**
     * Writes to the database's log and waits for the flush.
     *
     * @throws StoreUnavailableException when it cannot be reached, or cannot write
     */
    void probeWriting();

    /** How much of what is waiting. */
    BacklogView backlog();

    /** What has waited longer than {@code limit}, and what was parked; oldest first. */
    Slice<OverdueView> overdue(Instant now, Duration limit, Slice.Want want);
}
