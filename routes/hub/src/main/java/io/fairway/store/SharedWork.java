package io.fairway.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Lets pieces of work about different subjects that wait at the same time share a transaction: whoever finds a lane free does what waits, its own and
 * others', one after the other in the order of their subjects, so that two of these transactions lock in one order. Work about one subject never shares
 * a transaction, nor is it under way twice. When a shared transaction fails, each of it is done alone, so that one bad document fails nobody else's.
 */
final class SharedWork {
    private static final int MOST_TOGETHER = 64;

    private final BiConsumer<List<UUID>, List<Runnable>> transaction;
    private final int lanes;
    private final ReentrantLock lock = new ReentrantLock();
    private final LinkedList<Waiting<?>> queue = new LinkedList<>();
    private final Set<UUID> underWay = new HashSet<>();
    private int leading;

    /**
     * @param transaction does the work about these subjects in one transaction, or throws and has done none
     * @param lanes how many transactions may run at once
     */
    SharedWork(int lanes, BiConsumer<List<UUID>, List<Runnable>> transaction) {
        this.lanes = lanes;
        this.transaction = transaction;
    }

    /** What makes a piece of work leave its company, before it has done anything: it is done alone when the others are durable. */
    static final class RunsAloneException extends RuntimeException {
        private static final long serialVersionUID = 1;

        RunsAloneException(String why) {
            super(why, null, false, false);
        }
    }

    private enum Turn {
        LEADS, IS_DONE
    }

    private static final class Waiting<T> {
        private final UUID subject;
        private final Supplier<T> work;
        private final CompletableFuture<Turn> turn = new CompletableFuture<>();
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private Supplier<T> outcome = () -> {
            throw new IllegalStateException("Not done");
        };
        private boolean left;

        Waiting(UUID subject, Supplier<T> work) {
            this.subject = subject;
            this.work = work;
        }

        UUID subject() {
            return subject;
        }

        void tryTogether() {
            left = false;
            try {
                T done = work.get();
                outcome = () -> done;
            } catch (RunsAloneException e) {
                left = true;
            }
        }

        void tryAlone() {
            T done = work.get();
            outcome = () -> done;
        }

        boolean hasLeft() {
            return left;
        }

        void succeed() {
            result.complete(outcome.get());
            turn.complete(Turn.IS_DONE);
        }

        void fail(Throwable failure) {
            result.completeExceptionally(failure instanceof CompletionException wrapped && wrapped.getCause() != null ? wrapped.getCause() : failure);
            turn.complete(Turn.IS_DONE);
        }

        T result() {
            try {
                return result.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }
    }

    /** Returns what the work gives when its transaction is committed; throws what it threw, or what its transaction did. */
    <T> T run(UUID subject, Supplier<T> work) {
        var own = new Waiting<>(subject, work);
        lock.lock();
        try {
            queue.add(own);
            appoint();
        } finally {
            lock.unlock();
        }
        if (own.turn.join() == Turn.LEADS) {
            lead(own);
        }
        return own.result();
    }

    /** Lets the first that may begin lead. The lock is held. */
    private void appoint() {
        for (Iterator<Waiting<?>> waiting = queue.iterator(); leading < lanes && waiting.hasNext();) {
            Waiting<?> next = waiting.next();
            if (underWay.add(next.subject())) {
                waiting.remove();
                leading++;
                next.turn.complete(Turn.LEADS);
            }
        }
    }

    private void lead(Waiting<?> own) {
        List<Waiting<?>> group = company(own);
        try {
            doTogether(group);
        } finally {
            lock.lock();
            try {
                group.forEach(one -> underWay.remove(one.subject()));
                leading--;
                appoint();
            } finally {
                lock.unlock();
            }
        }
    }

    private List<Waiting<?>> company(Waiting<?> own) {
        List<Waiting<?>> group = new ArrayList<>(List.of(own));
        lock.lock();
        try {
            for (Iterator<Waiting<?>> waiting = queue.iterator(); group.size() < MOST_TOGETHER && waiting.hasNext();) {
                Waiting<?> next = waiting.next();
                if (underWay.add(next.subject())) {
                    waiting.remove();
                    group.add(next);
                }
            }
        } finally {
            lock.unlock();
        }
        group.sort(Comparator.comparing(Waiting::subject));
        return group;
    }

    private void doTogether(List<Waiting<?>> group) {
        if (group.size() == 1) {
            doAlone(group.getFirst());
            return;
        }
        CompletableFuture.runAsync(() -> transaction.accept(group.stream().<UUID>map(Waiting::subject).toList(),
                        group.stream().<Runnable>map(one -> one::tryTogether).toList()), Runnable::run)
                .whenComplete((done, failure) -> {
                    if (failure == null) {
                        group.stream().filter(one -> !one.hasLeft()).forEach(Waiting::succeed);
                        group.stream().filter(Waiting::hasLeft).forEach(this::doAlone);
                    } else {
                        group.forEach(this::doAlone);
                    }
                });
    }

    private void doAlone(Waiting<?> one) {
        CompletableFuture.runAsync(() -> transaction.accept(List.of(one.subject()), List.of(one::tryAlone)), Runnable::run).whenComplete((done, failure) -> {
            if (failure == null) {
                one.succeed();
            } else {
                one.fail(failure);
            }
        });
    }
}
