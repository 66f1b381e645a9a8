package io.fairway.usecase.retention;

import io.fairway.usecase.Identifiers;
import io.fairway.usecase.Journal;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.retention.Retention.Rule;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Erases what is past its period: a bounded number of things of each sort in a turn, each in a transaction of its own. */
public final class SweepRetention {
    /** Steps are small and many: so many for each thing of another sort. */
    private static final int STEPS = 100;

    private final Transactions transactions;
    private final Keepings keepings;
    private final Retention retention;
    private final EraseKept erase;
    private final InstantSource clock;
    private final int most;

    /** @param most things of each sort in one turn */
    public SweepRetention(Transactions transactions, Keepings keepings, Retention retention, Journal journal, Identifiers identifiers, InstantSource clock,
                          int most) {
        this.transactions = transactions;
        this.keepings = keepings;
        this.retention = retention;
        this.erase = new EraseKept(keepings, retention, journal, identifiers);
        this.clock = clock;
        this.most = most;
    }

    /** One turn. */
    public void sweep() {
        retention.sorts().stream().sorted().forEach(this::sweep);
    }

    private void sweep(String sort) {
        Instant now = clock.instant();
        Rule rule = retention.of(sort);
        if (sort.equals(Retention.STEP)) {
            transactions.asHub(() -> keepings.forgetSteps(rule.keptFrom(now), most * STEPS));
            return;
        }
        List<Keeping> due = transactions.asHub(() -> keepings.due(sort, rule.keptFrom(now), retention.longerThan(sort, now), most));
        due.forEach(thing -> transactions.asHub(() -> again(thing, rule.keptFrom(now)).map(still -> erase.byRetention(still, now))));
    }

    /** As it is now: somebody may have come first, or placed a hold. */
    private Optional<Keeping> again(Keeping thing, Instant limit) {
        return keepings.find(thing.kind(), thing.subject()).filter(now -> now.tie() == Keeping.Tie.NONE && now.since().isBefore(limit));
    }
}
