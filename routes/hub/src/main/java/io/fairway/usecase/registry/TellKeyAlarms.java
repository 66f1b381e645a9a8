package io.fairway.usecase.registry;

import io.fairway.usecase.Journal;
import io.fairway.usecase.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Tells, once each, that an enrolled key ends in 60, 30 and 7 days: in the journal of its party, where the alarms are read too. */
public final class TellKeyAlarms {
    private static final List<Integer> DAYS_BEFORE = List.of(60, 30, 7);

    private final Transactions transactions;
    private final KeyRegistry keys;
    private final Journal journal;
    private final InstantSource clock;

    public TellKeyAlarms(Transactions transactions, KeyRegistry keys, Journal journal, InstantSource clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.journal = journal;
        this.clock = clock;
    }

    /** Tells what is due and was not told. @return how many alarms were told */
    public int tell() {
        Instant now = clock.instant();
        return transactions.asHub(() -> {
            int told = 0;
            for (EnrolledKey key : keys.standing()) {
                for (int days : DAYS_BEFORE) {
                    if (!now.plus(Duration.ofDays(days)).isBefore(key.validUntil()) && keys.tellOnce(key.id(), days, now)) {
                        journal.append(now, key.party(), "key-ending", key.id(), "{\"days\":%d,\"ends\":\"%s\"}".formatted(days, key.validUntil()));
                        told++;
                    }
                }
            }
            return told;
        });
    }
}
