package io.fairway.clearance.gate;

import java.time.Duration;
import java.time.Instant;

/**
 * A value with where it came from and how old it is.
 *
 * @param origin device, pass or part of the hub that said so
 * @param asOf when it was so
 */
public record Told<T>(T value, String origin, Instant asOf) {

    /** How old it is at a time; never negative. */
    public Duration ageAt(Instant now) {
        return asOf.isAfter(now) ? Duration.ZERO : Duration.between(asOf, now);
    }
}
