package io.fairway.devledger;

import java.time.Duration;

/**
 * When the orderer cuts a block: at so many transactions, so many bytes, so long after the first one, or when nothing more came for a
 * while. The last of these is ours: a lone client need not wait for the timeout. With {@code idle} equal to {@code timeout} the
 * development ledger waits as Fabric does.
 *
 * @param transactions at most in one block
 * @param bytes at most in one block, unless one transaction alone is bigger
 * @param timeout after the first transaction
 * @param idle after the last transaction
 */
public record BatchSettings(int transactions, int bytes, Duration timeout, Duration idle) {
    /** 500 transactions, 2 MB, 100 ms, idle for 5 ms. */
    public static final BatchSettings DEFAULT = new BatchSettings(500, 2 << 20, Duration.ofMillis(100), Duration.ofMillis(5));

    public BatchSettings {
        if (transactions < 1 || bytes < 1 || timeout.isNegative() || timeout.isZero() || idle.isNegative() || idle.compareTo(timeout) > 0) {
            throw new IllegalArgumentException("A batch has at least one transaction and byte, a timeout, and is idle no longer than that");
        }
    }
}
