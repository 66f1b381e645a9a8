package io.fairway.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Lets changes that come at the same time share a commit: whoever finds nobody at it commits what waits, its own and others'. When a group fails,
 * each of it is tried alone, so that one bad change fails nobody else's.
 */
final class SharedCommits {
    private static final int MOST_TOGETHER = 64;

    private final Consumer<List<Runnable>> transaction;
    private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock leading = new ReentrantLock();

    /** @param transaction does these changes in one transaction, or throws and has done none */
    SharedCommits(Consumer<List<Runnable>> transaction) {
        this.transaction = transaction;
    }

    private record Waiting(Runnable changes, CompletableFuture<Void> done) {
    }

    /** Returns when the changes are durable; throws what their transaction threw. */
    void commit(Runnable changes) {
        var own = new Waiting(changes, new CompletableFuture<>());
        queue.add(own);
        while (!own.done().isDone()) {
            leading.lock();
            try {
                if (!own.done().isDone()) {
                    commitTogether(next());
                }
            } finally {
                leading.unlock();
            }
        }
        try {
            own.done().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private List<Waiting> next() {
        var group = new ArrayList<Waiting>();
        for (Waiting one = queue.poll(); one != null; one = group.size() < MOST_TOGETHER ? queue.poll() : null) {
            group.add(one);
        }
        return group;
    }

    private void commitTogether(List<Waiting> group) {
        CompletableFuture.runAsync(() -> transaction.accept(group.stream().map(Waiting::changes).toList()), Runnable::run)
                .whenComplete((done, failure) -> {
                    if (failure == null) {
                        group.forEach(one -> one.done().complete(null));
                    } else if (group.size() == 1) {
                        group.getFirst().done().completeExceptionally(failure instanceof CompletionException ? failure.getCause() : failure);
                    } else {
                        group.forEach(one -> commitTogether(List.of(one)));
                    }
                });
    }
}
