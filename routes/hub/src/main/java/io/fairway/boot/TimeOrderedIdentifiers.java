package io.fairway.boot;

import io.fairway.usecase.Identifiers;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * UUIDs of version 7 (RFC 9562, 5.7): milliseconds, then a counter that keeps those of one millisecond in order (6.2, method 1),
 * then chance. Never goes back, also when the clock does.
 */
final class TimeOrderedIdentifiers implements Identifiers {
    private static final int COUNTER_BITS = 12;

    private final InstantSource clock;
    private final RandomGenerator random;
    private final AtomicLong last = new AtomicLong();

    TimeOrderedIdentifiers(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public UUID next() {
        long now = clock.millis() << COUNTER_BITS;
        long tick = last.updateAndGet(before -> Math.max(before + 1, now));
        long high = tick >>> COUNTER_BITS << 16 | 0x7000L | tick & (1L << COUNTER_BITS) - 1;
        long low = random.nextLong() >>> 2 | 1L << 63;
        return new UUID(high, low);
    }
}
