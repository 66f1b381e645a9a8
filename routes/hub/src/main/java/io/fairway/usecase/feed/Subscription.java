package io.fairway.usecase.feed;

import io.fairway.usecase.PartyId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Where a party wants its events sent.
 *
 * @param kinds kinds of events it wants; empty for all
 * @param place how far notices were made
 * @param createdBy party, and person if known
 * @param failures attempts in a row that failed
 * @param restsUntil nothing is sent before, after a failure
 * @param formerUntil how long what is sent is signed with the former secret too; empty when there is none
 */
public record Subscription(UUID id, PartyId party, URI url, Set<String> kinds, long place, Instant createdAt, String createdBy, int failures,
                           Instant restsUntil, Optional<Instant> formerUntil) {
    public Subscription {
        kinds = Set.copyOf(kinds);
    }
}
