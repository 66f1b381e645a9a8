package io.fairway.document.gate;

import java.time.Instant;

/**
 * One thing a device of a lane says.
 *
 * @param device the device as it is registered, never as the payload calls itself
 * @param sequence the device's own count of its readings; a repeat has the same one
 * @param lane the lane the device stands at
 * @param at when the device saw it, by the device's clock
 * @param receivedAt when it reached us, by our clock
 */
public record Reading(String device, long sequence, String lane, Instant at, Instant receivedAt, Observation observation)
        implements DeviceMessage {

    /** What a repeat has in common with the first. */
    public String key() {
        return device + "#" + sequence;
    }
}
