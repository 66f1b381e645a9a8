package io.fairway.usecase.feed;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.Transactions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets any number of readers wait for news of their party at the price of one question to the database. */
public final class FeedWatch {
    private final Transactions transactions;
    private final Feed feed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<PartyId, Long> newest = new HashMap<>();
    private long known = Feed.START;
    private boolean closed;

    public FeedWatch(Transactions transactions, Feed feed) {
        this.transactions = transactions;
        this.feed = feed;
    }

    /** Asks for what is new and wakes who waits for it. */
    public void refresh() {
        long after = known;
        Map<PartyId, Long> found = transactions.asHub(() -> feed.newest(after));
        if (found.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            newest.putAll(found);
            known = found.values().stream().mapToLong(Long::longValue).max().orElse(known);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the party has something behind a place, the watch is closed, or the time is over. */
    public void await(PartyId party, long after, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (!closed && left > 0 && newest.getOrDefault(party, Feed.START) <= after) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing more is going to be told here. */
    public boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Wakes everybody for the last time. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
