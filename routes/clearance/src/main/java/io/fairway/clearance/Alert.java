package io.fairway.clearance;

import java.time.Instant;

/**
 * Something a person at the hub or an authority should look at now.
 *
 * @param subject the container, declaration or bill it concerns
 * @param at when it happened, by the fact's own time
 */
public record Alert(String subject, Reason reason, Instant at) {
}
