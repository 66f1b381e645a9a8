package io.fairway.ledger;

import java.util.List;

/**
 * What must survive a crash so that every event is recorded exactly once. Implemented where rows and locks live.
 *
 * <p>Every method is durable when it returns, but for a settlement {@link Settlement.Recorded}, which the ledger would say again. Several
 * hubs may work from one log at once: {@link #sign} lets the first of two endorsements win, and everything else may happen twice.
 */
public interface SubmissionLog {
    /**
     * Submissions without settlement, in the order in which their invocations were entered. An implementation may leave out those that
     * another hub has leased, and then must leave out what follows them in the same lane.
     *
     * @param limit at most so many, at least 1
     */
    List<Submission> open(int limit);

    /**
     * Stores a signed transaction before it is submitted.
     *
     * @param event of the submission
     * @param endorsement which endorsement it is
     * @param signed the transaction
     * @return what is stored for this endorsement: the given one, or one that was there before and must be submitted instead
     * @throws IllegalStateException if the submission is settled, or has come to a later endorsement
     */
    SignedTransaction sign(EventId event, int endorsement, SignedTransaction signed);

    /**
     * Notes that the ledger has refused a transaction for a conflict, so that a new endorsement may follow. Noting it again changes nothing.
     *
     * @param event of the submission
     * @param endorsement the one that conflicted
     * @param code Fabric's word for the conflict
     */
    void conflicted(EventId event, int endorsement, String code);

    /**
     * Stores the end of a submission. Settling it again in the same way changes nothing. That it was recorded may be forgotten in a crash: the
     * same bytes are then submitted again and come to the same end.
     *
     * @throws IllegalStateException if it was settled in another way
     */
    void settle(EventId event, Settlement settlement);
}
