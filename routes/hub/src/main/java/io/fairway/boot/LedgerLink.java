package io.fairway.boot;

import io.fairway.ledger.BlockFollower;
import io.fairway.ledger.Ledger;
import io.fairway.ledger.LedgerRefusedException;
import io.fairway.ledger.LedgerUnavailableException;
import io.fairway.ledger.LedgerWorker;
import io.fairway.ledger.OutcomeUnknownException;
import io.fairway.ledger.Pauses;
import io.fairway.ledger.SubmissionLog;
import io.fairway.ledger.Submitter;
import io.fairway.usecase.title.LedgerStanding;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub's connection to its ledger. It is made in the background and again after trouble, so that the hub starts and works without:
 * acts wait in the database and drain in order once the ledger answers.
 */
final class LedgerLink implements LedgerStanding, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerLink.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofSeconds(2);

    private final String network;
    private final Opening opening;
    private final SubmissionLog log;
    private final BlockFollower follower;
    private final IntSupplier pending;
    private final Deque<Runnable> opened = new ArrayDeque<>();
    private final Thread starter;
    private Optional<String> trouble = Optional.of("The ledger is being started");
    private Optional<LedgerWorker> drain = Optional.empty();
    private Optional<LedgerWorker> follow = Optional.empty();
    private Optional<Ledger> connected = Optional.empty();
    private boolean closed;

    /** Opens the ledger; what must be closed afterwards is handed over, innermost last. */
    @FunctionalInterface
    interface Opening {
        Ledger open(Deque<Runnable> closing) throws IOException, InterruptedException;
    }

    LedgerLink(String network, Opening opening, SubmissionLog log, BlockFollower follower, IntSupplier pending) {
        this.network = network;
        this.opening = opening;
        this.log = log;
        this.follower = follower;
        this.pending = pending;
        this.starter = Thread.ofPlatform().name("ledger-start").daemon().unstarted(this::open);
    }

    /** A hub without a ledger: acts are kept and wait. */
    static LedgerLink none(SubmissionLog log, BlockFollower follower, IntSupplier pending) {
        return new LedgerLink("no ledger", closing -> {
            throw new IOException("This hub was started without a ledger (FAIRWAY_LEDGER_PROFILE=off)");
        }, log, follower, pending);
    }

    void start() {
        LOG.info("Ledger: {}", network);
        starter.start();
    }

    private void open() {
        while (!isClosed()) {
            try {
                connect();
                return;
            } catch (IOException | IllegalArgumentException | IllegalStateException | LedgerUnavailableException | LedgerRefusedException
                     | OutcomeUnknownException e) {
                closeAll();
                note(Optional.of(String.valueOf(e.getMessage())));
                rest();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void connect() throws IOException, InterruptedException {
        var closing = new ArrayDeque<Runnable>();
        try {
            Ledger ledger = opening.open(closing);
            work(closing, ledger);
        } finally {
            hold(closing);
        }
        note(Optional.empty());
        LOG.info("Ledger: {} answers", network);
    }

    private synchronized void work(Deque<Runnable> closing, Ledger ledger) {
        if (!closed) {
            var draining = LedgerWorker.draining(new Submitter(ledger, log, Submitter.Limits.usual()), Pauses.usual(), IDLE);
            var following = LedgerWorker.following(ledger, follower, Pauses.usual());
            closing.push(draining::close);
            closing.push(following::close);
            drain = Optional.of(draining);
            follow = Optional.of(following);
            connected = Optional.of(ledger);
        }
    }

    private synchronized void hold(Deque<Runnable> closing) {
        closing.descendingIterator().forEachRemaining(opened::push);
        if (closed) {
            closeAll();
        }
    }

    /** There is something to do. */
    void wake() {
        worker().ifPresent(LedgerWorker::wake);
    }

    /** The ledger, once it was opened; it may be away now. */
    synchronized Optional<Ledger> ledger() {
        return connected;
    }

    private synchronized Optional<LedgerWorker> worker() {
        return drain;
    }

    /** Says each trouble once. */
    private synchronized void note(Optional<String> what) {
        what.filter(words -> !what.equals(trouble)).ifPresent(words -> LOG.warn("The ledger cannot be used: {}", words));
        trouble = what;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void rest() {
        try {
            long until = System.nanoTime() + AGAIN.toNanos();
            while (!closed && System.nanoTime() < until) {
                wait(AGAIN.toMillis());
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    @Override
    public String network() {
        return network;
    }

    @Override
    public synchronized Optional<String> trouble() {
        return trouble.or(() -> drain.flatMap(LedgerWorker::trouble)).or(() -> follow.flatMap(LedgerWorker::trouble));
    }

    @Override
    public int pending() {
        return pending.getAsInt();
    }

    private synchronized void closeAll() {
        drain = Optional.empty();
        follow = Optional.empty();
        connected = Optional.empty();
        while (!opened.isEmpty()) {
            opened.pop().run();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        starter.interrupt();
        closeAll();
    }
}
