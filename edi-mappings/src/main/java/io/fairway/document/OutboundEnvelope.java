package io.fairway.document;

import io.fairway.document.Envelope.Environment;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What the writer needs to address an interchange.
 *
 * @param reference interchange control reference, at most 14 characters, unique per sender; also the base of message references
 * @param zone zone in which local times are written
 */
public record OutboundEnvelope(String sender, String recipient, String reference, Instant preparedAt, Environment environment,
                               ZoneId zone) {
}
