package io.fairway.bench.hub;

import java.util.stream.LongStream;

/** Times, sorted; a percentile is the smallest time that so many of a hundred do not exceed. */
final class Percentiles {
    private final long[] sorted;

    private Percentiles(long[] sorted) {
        this.sorted = sorted;
    }

    static Percentiles of(LongStream nanos) {
        return new Percentiles(nanos.sorted().toArray());
    }

    int count() {
        return sorted.length;
    }

    /** In milliseconds. @param percent above 0, at most 100 */
    double millis(double percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.clamp(rank, 1, sorted.length) - 1] / 1e6;
    }
}
