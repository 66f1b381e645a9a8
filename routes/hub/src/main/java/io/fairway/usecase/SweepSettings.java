package io.fairway.usecase;

import java.time.Duration;

/**
 * Limits of the sweep.
 *
 * @param leftBehindAfter age at which a waiting row is taken to have lost its wake-up
 * @param batch rows looked at per sweep and kind
 */
public record SweepSettings(Duration leftBehindAfter, int batch) {
}
