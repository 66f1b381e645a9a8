package io.fairway.usecase;

import java.time.Instant;

/** A kept transmission, claimed for reading. */
public record ReceivedTransmission(TransmissionId id, PartyId sender, byte[] bytes, String channel, Instant receivedAt,
                                   String trace) {
}
