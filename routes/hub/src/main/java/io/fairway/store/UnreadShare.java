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
 * we read would have the others wait behind it (P15, P16). The rows are counted when a party may be near its bound, at most four times a second,
 * and else every few seconds; between, what this hub kept is added, so that a bound is exceeded by no more than what other hubs on the same
 * database keep in that time.
 */
public final class UnreadShare {
    private static final Duration GOOD_FOR = Duration.ofMillis(250);
    private static final Duration FAR_FROM_IT_GOOD_FOR = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final IntakeSettings settings;
    private final InstantSource clock;
    private final ConcurrentMap<PartyId, Counted> counts = new ConcurrentHashMap<>();

    /** @param until when it is counted again near the bound @param latest when it is counted again anywhere */
    private record Counted(int unread, Instant until, Instant latest) {
        boolean isGood(Instant now, int most) {
            return now.isBefore(until) || unread < most / 2 && now.isBefore(latest);
        }

        Counted oneMore(int most) {
            return new Counted(Math.min(unread, most) + 1, until, latest);
        }
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
        Counted count = counts.compute(sender, (party, known) -> known != null && known.isGood(now, most) ? known.oneMore(most)
                : new Counted(counted(party) + 1, now.plus(GOOD_FOR), now.plus(FAR_FROM_IT_GOOD_FOR)));
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
