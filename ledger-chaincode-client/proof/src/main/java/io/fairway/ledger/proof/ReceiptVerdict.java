package io.fairway.ledger.proof;

import java.util.List;
import java.util.Optional;

/**
 * What a receipt proves.
 *
 * @param findings one for each thing that was looked at, in order
 * @param transaction what stands on the ledger; present only if every finding holds
 */
public record ReceiptVerdict(List<Finding> findings, Optional<LedgerTransaction> transaction) {

    /** What is looked at. */
    public enum Aspect {
        /** The data hash in the block's header is that of its transactions. */
        BLOCK_IS_WHOLE,
        /** An orderer of the network signed the block's header. */
        BLOCK_IS_ORDERED,
        /** The block holds the transaction, once, under the id that follows from its asker and nonce. */
        TRANSACTION_IS_IN_BLOCK,
        /** Somebody a member vouches for signed the transaction. */
        ASKER_SIGNED,
        /** The outcome the peers signed belongs to this proposal and no other. */
        OUTCOME_IS_OF_PROPOSAL,
        /** Peers of enough members signed the outcome. */
        MEMBERS_ENDORSED,
        /** The peer that gave the block noted the transaction as valid. No signature covers this note: it is that peer's word. */
        PEER_NOTED_VALID
    }

    /**
     * One thing that was looked at.
     *
     * @param aspect what
     * @param holds whether it is so
     * @param found what was found, for people
     */
    public record Finding(Aspect aspect, boolean holds, String found) {}

    public ReceiptVerdict {
        findings = List.copyOf(findings);
    }

    /** Whether everything holds. */
    public boolean isProven() {
        return transaction.isPresent();
    }
}
