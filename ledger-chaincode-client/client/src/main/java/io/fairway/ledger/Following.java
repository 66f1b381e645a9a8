package io.fairway.ledger;

import java.util.Optional;

/** Hands the ledger's blocks to a follower until the stream is cut; every round begins at the follower's checkpoint. */
final class Following implements LedgerWorker.Round {
    private final Ledger ledger;
    private final BlockFollower follower;
    private Optional<LedgerReading> current = Optional.empty();
    private boolean stopped;

    Following(Ledger ledger, BlockFollower follower) {
        this.ledger = ledger;
        this.follower = follower;
    }

    /** What stood in the way; nothing if blocks came before the stream was cut, for then the next round tells. */
    @Override
    public Optional<String> run() {
        var taken = 0;
        try (var reading = ledger.read(follower.checkpoint())) {
            for (; begin(reading); taken++) {
                follower.take(reading.next());
            }
            return Optional.empty();
        } catch (LedgerUnavailableException e) {
            return taken > 0 ? Optional.empty() : Optional.of(String.valueOf(e.getMessage()));
        } catch (UntrustedLedgerException e) {
            return Optional.of(String.valueOf(e.getMessage()));
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
