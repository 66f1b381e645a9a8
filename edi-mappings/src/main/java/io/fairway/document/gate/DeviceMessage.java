package io.fairway.document.gate;

import java.time.Duration;
import java.time.Instant;

/** What a device says: something it saw, or that it lives. */
public sealed interface DeviceMessage permits Reading, Heartbeat {

    /** The device as it is registered, never as the payload calls itself. */
    String device();

    /** The lane the device stands at. */
    String lane();

    /** When it was said, by the device's clock. */
    Instant at();

    /** When it reached us, by our clock. */
    Instant receivedAt();

    /** How far the device's clock and ours are apart; transport counts as drift. */
    default Duration drift() {
        return Duration.between(at(), receivedAt()).abs();
    }
}
