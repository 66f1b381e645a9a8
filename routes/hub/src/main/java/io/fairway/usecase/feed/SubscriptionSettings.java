package io.fairway.usecase.feed;

import java.time.Duration;
import java.util.Set;

/**
 * Limits of subscriptions.
 *
 * @param mostPerParty subscriptions of one party
 * @param mostWaiting notices that wait for one subscription before no more are made
 * @param batch notices sent at once
 * @param lease how long a notice is one worker's; longer than a send may take
 * @param firstPause rest after the first failure; doubled each time up to {@code longestPause}
 * @param giveUpAfter time from the first attempt after which a notice is parked with an alarm
 * @param formerSecretFor how long a replaced secret signs beside the new one
 * @param schemes schemes an address may have
 */
public record SubscriptionSettings(int mostPerParty, int mostWaiting, int batch, Duration lease, Duration firstPause, Duration longestPause,
                                   Duration giveUpAfter, Duration formerSecretFor, Set<String> schemes) {

    Duration pauseAfter(int failures) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(failures, 20));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
