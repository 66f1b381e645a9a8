package io.fairway.usecase.view;

import io.fairway.document.Envelope.Environment;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One visit of one ship.
 *
 * @param ship IMO number
 * @param port UN/LOCODE
 * @param carrier party id of the carrier whose manifest told of it first
 */
public record PortCallView(UUID id, String ship, String shipName, String voyage, String port, String carrier, Environment environment,
                           Optional<Instant> estimatedArrival, Optional<Instant> arrivedAt, Instant changedAt) {
}
