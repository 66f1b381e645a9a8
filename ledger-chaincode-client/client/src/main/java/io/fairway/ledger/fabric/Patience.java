package io.fairway.ledger.fabric;

import java.time.Duration;

/**
 * How long to wait for a peer.
 *
 * @param ask for an endorsement, or an answer to a query
 * @param submit for the orderer to take a transaction
 * @param commit for a transaction to come to its block; more than the batch timeout
 */
public record Patience(Duration ask, Duration submit, Duration commit) {
    public Patience {
        if (ask.isNegative() || submit.isNegative() || commit.isNegative()) {
            throw new IllegalArgumentException("Nobody waits a negative time");
        }
    }

    /** 15 s for answers, 10 s for the orderer, 30 s for the block. */
    public static Patience usual() {
        return new Patience(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(30));
    }
}
