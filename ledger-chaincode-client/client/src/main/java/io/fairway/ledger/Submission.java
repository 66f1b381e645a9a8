package io.fairway.ledger;

import java.util.Optional;

/**
 * An invocation on its way to the ledger.
 *
 * @param invocation what the contract is asked to do
 * @param endorsement counts endorsements from 1; goes up only after a definite conflict
 * @param signed the transaction of this endorsement, once it is stored
 */
public record Submission(Invocation invocation, int endorsement, Optional<SignedTransaction> signed) {
    public Submission {
        if (endorsement < 1) {
            throw new IllegalArgumentException("Endorsements are counted from 1, found " + endorsement);
        }
    }

    /** The event. */
    public EventId event() {
        return invocation.event();
    }
}
