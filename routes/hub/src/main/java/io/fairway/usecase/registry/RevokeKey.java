package io.fairway.usecase.registry;

import io.fairway.usecase.Caller;
import io.fairway.usecase.Journal;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Takes a key out of use, at once here and within seconds on every hub. One person is enough: a stolen key does not wait. */
public final class RevokeKey {
    private final Transactions transactions;
    private final KeyRegistry keys;
    private final EnrolledKeys known;
    private final Journal journal;
    private final InstantSource clock;

    public RevokeKey(Transactions transactions, KeyRegistry keys, EnrolledKeys known, Journal journal, InstantSource clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.known = known;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param party whose key it is; the caller's right to it was checked. @return whether there was such a key in use */
    public boolean revoke(Caller caller, PartyId party, UUID key) {
        Instant now = clock.instant();
        boolean revoked = transactions.asHub(() -> {
            boolean found = keys.revoke(party, key, now);
            if (found) {
                journal.append(now, party, "key-revoked", key, "{\"by\":\"%s\"}".formatted(caller.signature()));
            }
            return found;
        });
        known.refresh();
        return revoked;
    }
}
