package io.fairway.usecase.view;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody looked at a case.
 *
 * @param person whom the issuer names within the party; absent for a system
 * @param operation what was read, for example {@code timeline}
 */
public record LookView(Instant at, String party, Optional<String> person, String operation, UUID consignment) {
}
