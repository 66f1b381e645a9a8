package io.fairway.ledger;

import java.util.Optional;

/**
 * How far the ledger has been read. Stored in the same database transaction as what was made of the block before it.
 *
 * @param nextBlock number of the block to read next
 * @param previousHash header hash, in hexadecimal digits, of the block before; absent when reading begins in the middle or at the start
 */
public record Checkpoint(long nextBlock, Optional<String> previousHash) {
    public Checkpoint {
        if (nextBlock < 0) {
            throw new IllegalArgumentException("Blocks are counted from 0, found " + nextBlock);
        }
    }

    /** Before the first block. */
    public static Checkpoint start() {
        return new Checkpoint(0, Optional.empty());
    }
}
