package io.fairway.ledger;

import java.util.Optional;

/**
 * Hands the ledger's blocks to a follower until the stream is cut. Every round begins with the block before the follower's checkpoint, which must
 * be the one that was taken in: so a stream without anything new is known to be alive, and another ledger to be another one.
 */
final class Following implements LedgerWorker.Round {
    private final Ledger ledger;
    private final BlockFollower follower;
    private final Runnable alive;
    private Optional<LedgerReading> current = Optional.empty();
    private boolean stopped;

    /** @param alive told when blocks come */
    Following(Ledger ledger, BlockFollower follower, Runnable alive) {
        this.alive = alive;
        this.ledger = ledger;
        this.follower = follower;
    }

    /** What stood in the way; nothing if blocks came before the stream was cut, for then the next round tells. */
    @Override
    public Optional<String> run() {
        var taken = 0;
        var at = follower.checkpoint();
        var known = at.nextBlock() > 0 && at.previousHash().isPresent();
        try (var reading = ledger.read(known ? new Checkpoint(at.nextBlock() - 1, Optional.empty()) : at)) {
            if (known && begin(reading)) {
                requireSame(reading.next(), at);
                alive.run();
            }
            for (; begin(reading); taken++) {
                follower.take(reading.next());
                alive.run();
            }
            return Optional.empty();
        } catch (LedgerUnavailableException e) {
            return taken > 0 ? Optional.empty() : Optional.of(String.valueOf(e.getMessage()));
        } catch (UntrustedLedgerException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static void requireSame(RecordedBlock block, Checkpoint taken) {
        if (!block.after().equals(taken)) {
            throw new UntrustedLedgerException("Block " + block.number() + " is not the one that was read before");
        }
    }

    private synchronized boolean begin(LedgerReading reading) {
        current = Optional.of(reading);
        return !stopped;
    }

    synchronized void stop() {
        stopped = true;
        current.ifPresent(LedgerReading::close);
    }
}
