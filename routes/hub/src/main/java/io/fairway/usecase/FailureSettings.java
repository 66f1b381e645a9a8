package io.fairway.usecase;

import java.time.Duration;

/**
 * What becomes of work that fails on our side.
 *
 * @param mostAttempts attempts after which a row is parked with an alarm
 * @param pause before a failed delivery is tried again
 */
public record FailureSettings(int mostAttempts, Duration pause) {
}
