package io.fairway.ledger;

import java.util.Arrays;

/**
 * An endorsed transaction with our signature, ready to be submitted, and again: peers take one transaction id once.
 *
 * @param transactionId 64 lower-case hexadecimal digits
 * @param bytes exactly what is submitted ({@code gateway.PreparedTransaction})
 */
public record SignedTransaction(String transactionId, byte[] bytes) {
    public SignedTransaction {
        if (!transactionId.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("A transaction id has 64 hexadecimal digits, found " + transactionId);
        }
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedTransaction that && transactionId.equals(that.transactionId) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return transactionId.hashCode();
    }

    @Override
    public String toString() {
        return "transaction " + transactionId;
    }
}
