package io.fairway.usecase.view;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A repaired copy of a transmission.
 *
 * @param original the transmission it repairs; that one stays as it came
 * @param digest SHA-256 of the copy, lower-case hexadecimal
 * @param by party, and person if known, who made it
 * @param transmission the copy itself; absent when it was never kept
 */
public record RepairView(UUID original, String digest, String by, Instant at, Optional<UUID> transmission) {
}
