package io.fairway.usecase.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a party is told.
 *
 * @param kinds kinds of events it wants; empty for all
 * @param cursor how far notices were made
 * @param failures attempts in a row that failed
 * @param nextAttempt nothing is sent before; absent when nothing failed
 * @param formerSecretUntil how long the former secret signs too; absent when there is none
 */
public record SubscriptionView(UUID id, String url, List<String> kinds, String cursor, Instant createdAt, String createdBy, int failures,
                               Optional<Instant> nextAttempt, Optional<Instant> formerSecretUntil) {
}
