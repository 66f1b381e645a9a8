package io.fairway.ledger;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A thread that does one thing for the ledger again and again: at once when it is woken, after a while of its own accord, and with growing
 * pauses while there is trouble. It ends with {@link #close}.
 */
public final class LedgerWorker implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Round round;
    private final Runnable interruption;
    private final Pauses pauses;
    private final Duration idle;
    private final Thread thread;
    private boolean woken;
    private boolean closed;
    private Optional<String> trouble = Optional.empty();

    /** One round of work. */
    @FunctionalInterface
    public interface Round {
        /**
         * Does what there is to do.
         *
         * @return what stood in the way, if anything did
         */
        Optional<String> run();
    }

    private LedgerWorker(String name, Round round, Runnable interruption, Pauses pauses, Duration idle) {
        this.round = round;
        this.interruption = interruption;
        this.pauses = pauses;
        this.idle = idle;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::work);
    }

    /** Starts a worker that drains the submission log. Wake it after a commit that entered something. */
    public static LedgerWorker draining(Submitter submitter, Pauses pauses, Duration idle) {
        return start(new LedgerWorker("ledger-drain", () -> drainAll(submitter), () -> {}, pauses, idle));
    }

    /** Starts a worker that brings the ledger's blocks to their follower. */
    public static LedgerWorker following(Ledger ledger, BlockFollower follower, Pauses pauses) {
        var itself = new AtomicReference<Optional<LedgerWorker>>(Optional.empty());
        var following = new Following(ledger, follower, () -> itself.get().ifPresent(LedgerWorker::untroubled));
        var worker = new LedgerWorker("ledger-follow", following, following::stop, pauses, pauses.first());
        itself.set(Optional.of(worker));
        return start(worker);
    }

    private static LedgerWorker start(LedgerWorker worker) {
        worker.thread.start();
        return worker;
    }

    private static Optional<String> drainAll(Submitter submitter) {
        try {
            var drained = submitter.drain();
            while (drained.settled() > 0 && drained.trouble().isEmpty()) {
                drained = submitter.drain();
            }
            return drained.trouble();
        } catch (LedgerUnavailableException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** There is something to do. */
    public void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What stands in the way now, if anything does; for readiness and alarms. */
    public Optional<String> trouble() {
        lock.lock();
        try {
            return trouble;
        } finally {
            lock.unlock();
        }
    }

    /** A round that goes on and on says by this that nothing stands in the way any more. */
    private void untroubled() {
        lock.lock();
        try {
            trouble = Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        var failures = 0;
        while (!isClosed()) {
            var found = outcome();
            failures = found.isPresent() ? failures + 1 : 0;
            rest(found, failures == 0 ? idle : pauses.after(failures));
        }
    }

    /** A round that ends by a defect, or because its log or follower cannot be reached, is trouble like any other: the next one may do better. */
    private Optional<String> outcome() {
        var once = new FutureTask<>(round::run);
        once.run();
        try {
            return once.get();
        } catch (ExecutionException e) {
            return Optional.of(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private void rest(Optional<String> found, Duration pause) {
        lock.lock();
        try {
            trouble = found;
            var left = pause.toNanos();
            while (!woken && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            woken = false;
        } catch (InterruptedException e) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        interruption.run();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(60));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
