package io.fairway.devledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Tells those who wait that blocks, and in them transactions, are on disk. */
final class CommitNotices {
    private final Map<String, List<CompletableFuture<Snapshot.Placed>>> waiting = new HashMap<>();
    private final Ledger ledger;

    CommitNotices(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Completes when the transaction is in a block; at once if it is already. */
    CompletableFuture<Snapshot.Placed> whenCommitted(String txId) {
        var notice = new CompletableFuture<Snapshot.Placed>();
        synchronized (this) {
            waiting.computeIfAbsent(txId, ignored -> new ArrayList<>()).add(notice);
        }
        notice.whenComplete((placed, problem) -> forget(txId, notice));
        try (var snapshot = ledger.state().snapshot()) {
            snapshot.transaction(txId).ifPresent(notice::complete);
        }
        return notice;
    }

    /** Waits for a block; false if it did not come in this time. */
    synchronized boolean awaitBlock(long number, int seconds) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (ledger.state().blocks() <= number) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    void committed(Iterable<String> txIds) {
        var ready = new ArrayList<CompletableFuture<Snapshot.Placed>>();
        var places = new ArrayList<Snapshot.Placed>();
        synchronized (this) {
            try (var snapshot = ledger.state().snapshot()) {
                for (var txId : txIds) {
                    var notices = waiting.get(txId);
                    var placed = snapshot.transaction(txId);
                    if (notices != null && placed.isPresent()) {
                        notices.forEach(notice -> {
                            ready.add(notice);
                            places.add(placed.get());
                        });
                    }
                }
            }
            notifyAll();
        }
        for (int i = 0; i < ready.size(); i++) {
            ready.get(i).complete(places.get(i));
        }
    }

    private synchronized void forget(String txId, CompletableFuture<Snapshot.Placed> notice) {
        var notices = waiting.get(txId);
        if (notices != null) {
            notices.remove(notice);
            if (notices.isEmpty()) {
                waiting.remove(txId);
            }
        }
    }
}
