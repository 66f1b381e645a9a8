package io.fairway.usecase.retention;

import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Journal;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.retention.Erasure.Cause;
import java.time.Instant;

/** Erases one thing and says so in the journal, in the running transaction of the hub. */
final class EraseKept {
    private final Keepings keepings;
    private final Retention retention;
    private final Journal journal;
    private final Identifiers identifiers;

    EraseKept(Keepings keepings, Retention retention, Journal journal, Identifiers identifiers) {
        this.keepings = keepings;
        this.retention = retention;
        this.journal = journal;
        this.identifiers = identifiers;
    }

    Erasure byRetention(Keeping thing, Instant now) {
        String sort = retention.longest(thing.sorts(), now);
        return erase(thing, sort, Cause.RETENTION, "retention of " + retention.of(sort).keep(), "", now);
    }

    Erasure onRequest(Keeping thing, String by, String reason, Instant now) {
        return erase(thing, retention.longest(thing.sorts(), now), Cause.REQUEST, by, reason, now);
    }

    private Erasure erase(Keeping thing, String sort, Cause cause, String by, String reason, Instant now) {
        var erasure = new Erasure(identifiers.next(), thing.kind(), thing.subject(), thing.party(), sort, cause, by, reason, now);
        keepings.erase(erasure);
        journal.append(now, PartyId.HUB, "erased", erasure.id(), "{\"kind\":\"%s\",\"subject\":\"%s\",\"sort\":\"%s\",\"cause\":\"%s\",\"by\":\"%s\"}"
                .formatted(erasure.kind(), erasure.subject(), sort, cause, by));
        return erasure;
    }
}
