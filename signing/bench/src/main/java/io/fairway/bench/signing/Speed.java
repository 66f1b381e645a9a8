package io.fairway.bench.signing;

import java.time.Duration;

/** Operations per second of one thread. */
public final class Speed {
    private Speed() {
    }

    /** Works for so long, at least once. */
    public static double of(Runnable work, Duration window) {
        long began = System.nanoTime();
        long until = began + window.toNanos();
        long done = 0;
        do {
            work.run();
            done++;
        } while (System.nanoTime() < until);
        return done / ((System.nanoTime() - began) / 1e9);
    }
}
