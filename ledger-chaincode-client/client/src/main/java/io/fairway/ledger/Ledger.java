package io.fairway.ledger;

import java.util.Optional;

/**
 * The ledger as one of its users sees it. It knows digests and receipts, not documents. Safe for many threads; every call has a time limit.
 * Nothing a peer says is believed that its bytes can be asked to prove.
 */
public interface Ledger extends AutoCloseable {
    /** Whether this is Fabric or the development ledger. */
    LedgerProfile.Network network();

    /** MSP id of the organisation under which this user submits. */
    String submitter();

    /**
     * Has the members endorse an invocation, checks what they endorsed, and signs it. Nothing is submitted.
     *
     * @throws LedgerRefusedException if the contract says no
     * @throws LedgerUnavailableException if not enough members answer
     * @throws UntrustedLedgerException if what came back is not the proposal that went out, or is not endorsed as it should be
     */
    SignedTransaction endorse(Invocation invocation);

    /**
     * Submits a transaction, for the first time or again, and waits for its outcome.
     *
     * @throws OutcomeUnknownException if nobody says what became of it
     * @throws UntrustedLedgerException if a peer calls it valid and the block does not bear that out
     */
    Outcome submit(SignedTransaction transaction);

    /**
     * The receipt of a transaction, checked; none if the ledger does not hold it as valid.
     *
     * @throws LedgerUnavailableException if the ledger cannot be asked
     */
    Optional<Receipt> receipt(String transactionId);

    /**
     * Asks the contract; one peer answers, without proof.
     *
     * @return the contract's answer, text
     * @throws LedgerRefusedException if the contract says no
     * @throws LedgerUnavailableException if the peer does not answer
     */
    String evaluate(Query query);

    /** Reads blocks from here on. */
    LedgerReading read(Checkpoint from);

    @Override
    void close();
}
