package io.fairway.store;

import io.fairway.usecase.OverloadedException;
import io.fairway.usecase.PartyId;
import io.fairway.usecase.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Bounds what one party may have kept and not yet read: all are read in the order they came, so that one who keeps on sending faster than
 * we read would have the others wait behind it (P15, P16). The rows are counted at most four times a second for a party; between, what this
 * hub kept is added, so that a bound is exceeded by no more than what other hubs on the same database keep in that time.
 */
public final class UnreadShare {
    private static final Duration GOOD_FOR = Duration.ofMillis(250);

    private final Transactions transactions;
    private final IntakeSettings settings;
    private final InstantSource clock;
    private final ConcurrentMap<PartyId, Counted> counts = new ConcurrentHashMap<>();

    private record Counted(int unread, Instant until) {
    }

    public UnreadShare(Transactions transactions, IntakeSettings settings, InstantSource clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes a place for one more. @throws OverloadedException when the party has its share waiting to be read */
    void take(PartyId sender) {
        Instant now = clock.instant();
        int most = settings.ofOne().mostUnread();
        Counted count = counts.compute(sender, (party, known) -> known != null && now.isBefore(known.until())
                ? new Counted(Math.min(known.unread(), most) + 1, known.until()) : new Counted(counted(party) + 1, now.plus(GOOD_FOR)));
        if (count.unread() > most) {
            throw new OverloadedException(settings.retryAfterSeconds());
        }
    }

    private int counted(PartyId sender) {
        return transactions.asParty(sender, () -> Running.sql("""
                select count(*) from (select 1 from transmission where sender = :sender and state = 'RECEIVED' limit :most) unread""")
                .param("sender", sender.value()).param("most", settings.ofOne().mostUnread()).query(Integer.class).single());
    }
}
