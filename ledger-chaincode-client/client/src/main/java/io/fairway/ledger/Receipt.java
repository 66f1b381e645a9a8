package io.fairway.ledger;

/**
 * A transaction stands on the ledger, and here is what proves it. Two receipts of one transaction in one block are equal, whichever peer gave
 * the bytes.
 *
 * @param transactionId 64 lower-case hexadecimal digits
 * @param block number of the block that holds it
 * @param bytes the proof, in the form of {@code io.fairway.ledger.proof.LedgerReceipt}; grows with the block
 */
public record Receipt(String transactionId, long block, byte[] bytes) {
    public Receipt {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Receipt that && transactionId.equals(that.transactionId) && block == that.block;
    }

    @Override
    public int hashCode() {
        return transactionId.hashCode();
    }

    @Override
    public String toString() {
        return "transaction " + transactionId + " in block " + block;
    }
}
