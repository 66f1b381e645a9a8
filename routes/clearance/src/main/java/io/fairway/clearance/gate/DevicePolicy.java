package io.fairway.clearance.gate;

import java.time.Duration;

/**
 * When a device is not believed any more.
 *
 * @param heartbeats of which devices a sign of life is expected
 * @param missedBeats so many heartbeats may be missing in a row
 * @param farthestClock a device whose clock is farther away from ours does not count
 * @param nonsense so many messages that are none, within the window, and a device does not count until none came for that long
 */
public record DevicePolicy(Heartbeats heartbeats, int missedBeats, Duration farthestClock, int nonsense, Duration window) {

    /** Of which devices a sign of life is expected. */
    public enum Heartbeats {
        /** Of those that have given one. */
        ANNOUNCED,
        /** Of all: one that never gave any does not count. */
        DEMANDED
    }

    /** Heartbeats as announced, three may be missing, a clock within 60 s, five times nonsense within a minute. */
    public static final DevicePolicy STANDARD = new DevicePolicy(Heartbeats.ANNOUNCED, 3, Duration.ofSeconds(60), 5, Duration.ofMinutes(1));

    /** The same with other expectations. */
    public DevicePolicy expecting(Heartbeats others) {
        return new DevicePolicy(others, missedBeats, farthestClock, nonsense, window);
    }
}
