package io.fairway.bench.hub;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** When each declaration was to be sent, was acknowledged, and reached the sink; 0 stands for not yet. */
final class Travels {
    private final AtomicLongArray scheduled;
    private final AtomicLongArray acknowledged;
    private final AtomicLongArray arrived;
    private final Map<Integer, CompletableFuture<Long>> awaited = new ConcurrentHashMap<>();

    /** @param most numbers below this are kept */
    Travels(int most) {
        scheduled = new AtomicLongArray(most);
        acknowledged = new AtomicLongArray(most);
        arrived = new AtomicLongArray(most);
    }

    void scheduled(int number, long nanos) {
        scheduled.set(number, nanos);
    }

    void acknowledged(int number, long nanos) {
        acknowledged.set(number, nanos);
    }

    /** The first arrival counts. */
    void arrived(int number, long nanos) {
        if (number < arrived.length() && arrived.compareAndSet(number, 0, nanos)) {
            var waiting = awaited.remove(number);
            if (waiting != null) {
                waiting.complete(nanos);
            }
        }
    }

    /** Completes when the declaration, which is not sent yet, reaches the sink. */
    CompletableFuture<Long> awaited(int number) {
        return awaited.computeIfAbsent(number, any -> new CompletableFuture<>());
    }

    /** How many of these were acknowledged and have not reached the sink. */
    long onTheWay(int from, int end) {
        return IntStream.range(from, end).filter(number -> acknowledged.get(number) != 0 && arrived.get(number) == 0).count();
    }

    /** How many of these reached the sink between two moments. */
    long arrivedBetween(int from, int end, long begin, long until) {
        return IntStream.range(from, end).mapToLong(arrived::get).filter(nanos -> nanos != 0 && nanos >= begin && nanos < until).count();
    }

    /** Nanoseconds from when each was to be sent to its acknowledgment. */
    LongStream toAcknowledgment(int from, int end) {
        return between(acknowledged, from, end);
    }

    /** Nanoseconds from when each was to be sent to its arrival. */
    LongStream toArrival(int from, int end) {
        return between(arrived, from, end);
    }

    private LongStream between(AtomicLongArray then, int from, int end) {
        return IntStream.range(from, end).filter(number -> then.get(number) != 0).mapToLong(number -> then.get(number) - scheduled.get(number));
    }
}
