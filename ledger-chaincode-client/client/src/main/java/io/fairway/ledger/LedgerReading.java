package io.fairway.ledger;

/** Blocks in order, each once, from a checkpoint on and without end. One reader, one thread; {@link #close} from any thread ends it. */
public interface LedgerReading extends AutoCloseable {
    /**
     * The next block; waits until there is one.
     *
     * @throws LedgerUnavailableException when the stream is cut or closed: read again from the last checkpoint
     * @throws UntrustedLedgerException when the block is not the successor of the one before, or does not bear out what it says
     */
    RecordedBlock next();

    @Override
    void close();
}
