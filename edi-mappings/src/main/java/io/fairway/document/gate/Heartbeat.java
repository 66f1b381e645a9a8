package io.fairway.document.gate;

import java.time.Duration;
import java.time.Instant;

/**
 * A device says that it lives.
 *
 * @param every how often it says so, 1 to 300 seconds
 */
public record Heartbeat(String device, String lane, Instant at, Instant receivedAt, Duration every) implements DeviceMessage {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    public Heartbeat {
        if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a heartbeat every 1 to 300 seconds");
        }
    }
}
