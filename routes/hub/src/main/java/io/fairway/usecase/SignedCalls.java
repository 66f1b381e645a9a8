package io.fairway.usecase;

import java.time.Instant;

/** Remembers the signed calls that were let through, durably and for all hubs on one database. */
@FunctionalInterface
public interface SignedCalls {

    /**
     * Takes note of a call, in a transaction of its own.
     *
     * @param digest SHA-256 of what was signed
     * @param endsAt when the call stops being fresh by its own word
     * @return whether it is seen for the first time
     */
    boolean firstSeen(byte[] digest, PartyId party, Instant now, Instant endsAt);
}
