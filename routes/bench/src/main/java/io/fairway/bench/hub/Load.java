package io.fairway.bench.hub;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** What the callers send, and when. */
final class Load {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long LOOK_NANOS = 20_000_000;

    private final Declarations declarations;
    private final Travels travels;
    private final Post post;
    private int next;

    Load(Declarations declarations, Travels travels, Post post) {
        this.declarations = declarations;
        this.travels = travels;
        this.post = post;
    }

    /**
     * Part of a run.
     *
     * @param from its first number
     * @param end number behind its last
     * @param sent how many were handed in
     * @param refused how many of them were not acknowledged
     * @param begin nanosecond at which it began
     * @param until nanosecond at which the last was to be sent
     */
    record Span(int from, int end, int sent, int refused, long begin, long until) {
        double seconds() {
            return (until - begin) / 1e9;
        }
    }

    /**
     * Open loop: each declaration has its moment, whatever became of those before it. A caller who is late sends at once, and the time counts from the
     * moment that was meant, so that a hub that stands still is not measured less often.
     */
    Span open(double perSecond, Duration window) {
        int callers = declarations.callers();
        int each = Math.max(1, (int) Math.round(perSecond * window.toNanos() / 1e9 / callers));
        int from = next;
        double gap = 1e9 / perSecond;
        long begin = System.nanoTime() + LOOK_NANOS;
        var refused = new AtomicInteger();
        together(caller -> {
            for (int turn = 0; turn < each; turn++) {
                int place = turn * callers + caller;
                long moment = begin + (long) (place * gap);
                waitUntil(moment);
                travels.scheduled(from + place, moment);
                handIn(from + place, refused);
            }
        });
        next = from + each * callers;
        return new Span(from, next, each * callers, refused.get(), begin, begin + (long) (each * callers * gap));
    }

    /** Closed loop: each caller sends its next when its last one reached the sink. */
    Span closed(Duration window) {
        int callers = declarations.callers();
        int from = next;
        long begin = System.nanoTime();
        long until = begin + window.toNanos();
        var refused = new AtomicInteger();
        var turns = new AtomicInteger();
        var sent = new AtomicInteger();
        together(caller -> {
            int turn = 0;
            while (System.nanoTime() < until) {
                int number = from + turn * callers + caller;
                turn++;
                var arrival = travels.awaited(number);
                travels.scheduled(number, System.nanoTime());
                sent.incrementAndGet();
                if (handIn(number, refused)) {
                    await(arrival);
                }
            }
            turns.accumulateAndGet(turn, Math::max);
        });
        next = from + turns.get() * callers;
        return new Span(from, next, sent.get(), refused.get(), begin, until);
    }

    /** Waits until what was acknowledged reached the sink, or nothing more arrives for two minutes. @return how many did not */
    long settle(Span span) {
        long left = travels.onTheWay(span.from(), span.end());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (left > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_NANOS);
            long now = travels.onTheWay(span.from(), span.end());
            if (now < left) {
                end = System.nanoTime() + PATIENCE.toNanos();
            }
            left = now;
        }
        return left;
    }

    private interface Caller {
        void call(int number);
    }

    private void together(Caller caller) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, declarations.callers())
                    .mapToObj(number -> CompletableFuture.runAsync(() -> caller.call(number), threads)).toList();
            running.forEach(CompletableFuture::join);
        }
    }

    private boolean handIn(int number, AtomicInteger refused) {
        try {
            if (post.send(declarations.letter(number)) / 100 == 2) {
                travels.acknowledged(number, System.nanoTime());
                return true;
            }
            refused.incrementAndGet();
        } catch (IOException e) {
            refused.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("Interrupted").initCause(e);
        }
        return false;
    }

    private static void await(CompletableFuture<Long> arrival) {
        try {
            arrival.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException("A declaration that was acknowledged did not reach the sink within " + PATIENCE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("Interrupted").initCause(e);
        }
    }

    private static void waitUntil(long moment) {
        long left = moment - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = moment - System.nanoTime();
        }
    }
}
