package io.fairway.usecase.title;

import io.fairway.ledger.Checkpoint;
import io.fairway.ledger.Ledger;
import io.fairway.ledger.LedgerReading;
import io.fairway.ledger.RecordedBlock;
import io.fairway.ledger.RecordedEvent;
import io.fairway.ledger.Reconciliation;
import io.fairway.usecase.Transactions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Compares what the hub holds as recorded with what the ledger holds, by reading the ledger once more, stretch after stretch, behind what the
 * hub has followed. What organisations do for themselves (charter, parties, keys) does not come by way of the hub and is left out.
 */
public final class ReconcileLedger {
    private static final long STRETCH = 500;

    private final LedgerRecords records;
    private final Transactions transactions;
    private final InstantSource clock;

    public ReconcileLedger(LedgerRecords records, Transactions transactions, InstantSource clock) {
        this.records = records;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Compares all that was followed and not compared yet.
     *
     * @throws io.fairway.ledger.LedgerUnavailableException when the ledger goes away; what was compared stays so
     */
    public void reconcile(Ledger ledger) {
        Optional<Long> next = transactions.asHub(this::begin);
        while (next.isPresent()) {
            long from = next.get();
            next = stretch(ledger, from);
        }
    }

    private Optional<Long> begin() {
        LedgerRecords.Progress progress = records.progress();
        if (progress.compared() >= progress.followed()) {
            records.compared(List.of(), progress.compared(), clock.instant());
            return Optional.empty();
        }
        return Optional.of(progress.compared());
    }

    private Optional<Long> stretch(Ledger ledger, long from) {
        long until = Math.min(from + STRETCH, transactions.asHub(records::progress).followed());
        var reconciliation = new Reconciliation();
        try (LedgerReading reading = ledger.read(new Checkpoint(from, Optional.empty()))) {
            for (long block = from; block < until; block++) {
                reconciliation.add(relayed(reading.next()));
            }
        }
        return transactions.asHub(() -> {
            records.compared(reconciliation.differences(records.recorded(from, until), ledger.submitter()), until, clock.instant());
            return until < records.progress().followed() ? Optional.of(until) : Optional.<Long>empty();
        });
    }

    private static RecordedBlock relayed(RecordedBlock block) {
        return new RecordedBlock(block.number(), block.events().stream().filter(ReconcileLedger::isRelayed).toList(), block.after());
    }

    private static boolean isRelayed(RecordedEvent event) {
        return !event.name().startsWith("party.") && !event.name().startsWith("key.") && !event.name().startsWith("charter.");
    }
}
