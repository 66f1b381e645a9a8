package io.fairway.bench.ledger;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** So many callers, each of whom asks again as soon as it is answered. */
final class ClosedLoop {
    private ClosedLoop() {}

    /**
     * What came of it.
     *
     * @param perSecond calls that ended within the window, per second
     * @param medianMillis time of a call, in the middle
     */
    record Result(double perSecond, double medianMillis) {}

    /** Runs a call, which is given a number of its own, by so many callers at once for so long; begins to count after a quarter more of that time. */
    static Result run(int callers, Duration window, IntConsumer call) {
        var nanos = new ConcurrentLinkedQueue<Long>();
        var from = System.nanoTime() + window.toNanos() / 4;
        var until = from + window.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, callers)
                    .mapToObj(first -> CompletableFuture.runAsync(() -> loop(first, callers, from, until, nanos, call), threads)).toList();
            running.forEach(CompletableFuture::join);
        }
        var times = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        if (times.length == 0) {
            throw new IllegalStateException("No call of " + callers + " callers ended within " + window);
        }
        return new Result(times.length / (window.toNanos() / 1e9), times[times.length / 2] / 1e6);
    }

    private static void loop(int first, int callers, long from, long until, ConcurrentLinkedQueue<Long> nanos, IntConsumer call) {
        var began = System.nanoTime();
        for (var number = first; began < until; number += callers) {
            call.accept(number);
            var ended = System.nanoTime();
            if (ended >= from && ended < until) {
                nanos.add(ended - began);
            }
            began = ended;
        }
    }

    /** The one in the middle. */
    static double median(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
