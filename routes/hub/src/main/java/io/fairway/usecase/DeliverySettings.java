package io.fairway.usecase;

import java.time.Duration;

/**
 * Limits of delivery.
 *
 * @param lease how long a row is one worker's; longer than a send may take
 * @param batch rows leased at a time for one recipient
 * @param firstPause pause after the first failed attempt; doubled each time up to {@code longestPause}
 * @param giveUpAfter time from the first attempt after which a row is parked with an alarm
 */
public record DeliverySettings(Duration lease, int batch, Duration firstPause, Duration longestPause, Duration giveUpAfter) {

    Duration pauseAfter(int attempts) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(attempts, 20));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
