package io.fairway.ledger;

import java.util.Optional;

/**
 * What one round over the open submissions came to.
 *
 * @param settled so many were settled
 * @param waiting so many of the round are open still
 * @param trouble why, if the ledger stood in the way
 */
public record Drained(int settled, int waiting, Optional<String> trouble) {}
