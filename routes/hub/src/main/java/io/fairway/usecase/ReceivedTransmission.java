package io.fairway.usecase;

import java.time.Instant;
import java.util.Optional;

/**
 * A kept transmission, claimed for reading.
 *
 * @param signature as it came beside the bytes
 */
public record ReceivedTransmission(TransmissionId id, PartyId sender, byte[] bytes, String contentType, Optional<byte[]> signature,
                                   String channel, Instant receivedAt, String trace) {

    /** The same, with what its signature covers in place of its bytes. */
    ReceivedTransmission reading(byte[] content) {
        return new ReceivedTransmission(id, sender, content, contentType, signature, channel, receivedAt, trace);
    }
}
