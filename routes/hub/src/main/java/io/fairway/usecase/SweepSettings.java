package io.fairway.usecase;

import java.time.Duration;

/**
 * Limits of the sweep.
 *
 * @param leftBehindAfter age at which a waiting row is taken to have lost its wake-up
 * @param unresolvedFor how long a fact waits for its consignment to become known before it is refused
 * @param batch rows looked at per sweep and kind
 */
public record SweepSettings(Duration leftBehindAfter, Duration unresolvedFor, int batch) {
}
