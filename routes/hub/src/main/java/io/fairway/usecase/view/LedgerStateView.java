package io.fairway.usecase.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How hub and ledger stand with each other.
 *
 * @param network what the ledger is
 * @param trouble what stands in the way now
 * @param pending acts that have not come to the ledger yet
 * @param unanchored digests whose root is not on the ledger yet
 * @param followed number of the next block to be read
 * @param reconciled number of the first block that was not compared yet
 * @param reconciledAt when hub and ledger were compared last
 * @param differences those that are open, oldest first, 100 at most; none in a healthy hub
 */
public record LedgerStateView(String network, Optional<String> trouble, int pending, long unanchored, long followed, long reconciled,
                              Optional<Instant> reconciledAt, List<LedgerDifferenceView> differences) {
    public LedgerStateView {
        differences = List.copyOf(differences);
    }
}
