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
    private static final Duration LONGEST_ARRIVAL = Duration.ofSeconds(5);

    public Patience {
        if (ask.isNegative() || submit.isNegative() || commit.isNegative()) {
            throw new IllegalArgumentException("Nobody waits a negative time");
        }
    }

    /** 15 s for answers, 10 s for the orderer, 30 s for the block. */
    public static Patience usual() {
        return new Patience(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    /** For a block to come along by itself before a peer is asked: as long as for a commit, but not over 5 s. */
    Duration arrival() {
        return commit.compareTo(LONGEST_ARRIVAL) < 0 ? commit : LONGEST_ARRIVAL;
    }
}
