package io.fairway.usecase.view;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that waits longer than it should, or was parked.
 *
 * @param kind what waits
 * @param party whose it is: the sender, or the recipient of something outbound
 * @param since since when it waits
 * @param parked whether the hub gave up and a person has to act
 * @param attempts how often it was tried
 * @param cause why it failed the last time; absent when it did not
 */
public record OverdueView(UUID id, Kind kind, String party, Instant since, boolean parked, int attempts, Optional<String> cause,
                          Optional<UUID> consignment, String trace) {

    /** What can wait. */
    public enum Kind {
        TRANSMISSION, FACT, OUTBOUND, NOTICE
    }
}
