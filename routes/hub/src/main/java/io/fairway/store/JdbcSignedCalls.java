package io.fairway.store;

import static io.fairway.store.Columns.time;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.SignedCalls;
import io.fairway.usecase.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Signed calls as rows; the primary key decides which of two is the first. */
public final class JdbcSignedCalls implements SignedCalls {
    /** Longer than a clock may be wrong (24 h), forth and back. */
    private static final Duration KEPT_AFTER_END = Duration.ofDays(3);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(10);
    private static final int MOST_FORGOTTEN = 10_000;

    private final Transactions transactions;
    private final AtomicReference<Instant> cleaned = new AtomicReference<>(Instant.EPOCH);

    public JdbcSignedCalls(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean firstSeen(byte[] digest, PartyId party, Instant now, Instant endsAt) {
        boolean first = transactions.asHub(() -> Running.sql("""
                insert into signed_call (digest, party, seen_at, ends_at) values (:digest, :party, :now, :end) on conflict do nothing""")
                .param("digest", digest).param("party", party.value()).param("now", time(now)).param("end", time(endsAt)).update() == 1);
        forgetOld(now);
        return first;
    }

    private void forgetOld(Instant now) {
        Instant last = cleaned.get();
        if (now.isAfter(last.plus(BETWEEN_CLEANINGS)) && cleaned.compareAndSet(last, now)) {
            transactions.asHub(() -> Running.sql("""
                    delete from signed_call where digest in
                        (select digest from signed_call where ends_at < :before order by ends_at limit :most)""")
                    .param("before", time(now.minus(KEPT_AFTER_END))).param("most", MOST_FORGOTTEN).update());
        }
    }
}
