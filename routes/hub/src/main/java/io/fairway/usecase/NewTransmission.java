package io.fairway.usecase;

import io.fairway.document.id.Sha256;
import java.time.Instant;
import java.util.Optional;

/**
 * Bytes that a channel hands over, before anything is known of them.
 *
 * @param key the sender's Idempotency-Key, or the digest when there is none; at most 200 characters
 * @param channel how it came, for example {@code rest}
 * @param contentType media type as told, empty when not
 * @param signature detached CMS over exactly the bytes; empty when there is none or it is within them
 * @param trace W3C trace id, 32 lower-case hexadecimal digits, carried to the last delivery
 */
public record NewTransmission(TransmissionId id, PartyId sender, String key, Sha256 digest, byte[] bytes, String channel,
                              String contentType, Optional<byte[]> signature, Instant receivedAt, String trace) {
}
