package io.fairway.ledger;

import java.time.Duration;

/**
 * How long to wait before trying again: twice as long each time, up to a limit.
 *
 * @param first pause after the first failure
 * @param longest of all pauses
 */
public record Pauses(Duration first, Duration longest) {
    public Pauses {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("The first pause is longer than nothing and not longer than the longest");
        }
    }

    /** From 200 ms to 10 s. */
    public static Pauses usual() {
        return new Pauses(Duration.ofMillis(200), Duration.ofSeconds(10));
    }

    /** The pause after so many failures in a row. */
    public Duration after(int failures) {
        var pause = first.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), 30));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
