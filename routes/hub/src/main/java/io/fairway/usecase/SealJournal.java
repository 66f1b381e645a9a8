package io.fairway.usecase;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chains the rows that were committed since the last time, in batches, beside those who write: nobody waits for it. */
public final class SealJournal {
    private static final int BATCH = 5_000;

    private final Transactions transactions;
    private final JournalSeals seals;
    private final InstantSource clock;

    public SealJournal(Transactions transactions, JournalSeals seals, InstantSource clock) {
        this.transactions = transactions;
        this.seals = seals;
        this.clock = clock;
    }

    /** Seals until nothing is left to seal, or another node is at it. */
    public void seal() {
        int sealed = BATCH;
        while (sealed == BATCH) {
            sealed = transactions.asHub(this::sealBatch);
        }
    }

    private int sealBatch() {
        if (!seals.claim()) {
            return 0;
        }
        Optional<JournalSeals.Seal> before = seals.last();
        List<JournalRow> rows = seals.unsealed(BATCH);
        if (rows.isEmpty()) {
            return 0;
        }
        long place = before.map(JournalSeals.Seal::lastPlace).orElse(0L);
        byte[] hash = before.map(JournalSeals.Seal::hash).orElseGet(JournalChain::beginning);
        List<JournalSeals.Link> links = new ArrayList<>(rows.size());
        for (JournalRow row : rows) {
            place++;
            hash = JournalChain.link(hash, place, row);
            links.add(new JournalSeals.Link(place, row.position(), hash));
        }
        long number = before.map(JournalSeals.Seal::number).orElse(0L) + 1;
        seals.keep(links, new JournalSeals.Seal(number, place, rows.getLast().position(), clock.instant(), hash));
        return rows.size();
    }
}
