package io.fairway.usecase.title;

import io.fairway.ledger.Checkpoint;
import io.fairway.ledger.Difference;
import io.fairway.ledger.Ledger;
import io.fairway.ledger.LedgerReading;
import io.fairway.ledger.RecordedBlock;
import io.fairway.ledger.RecordedEvent;
import io.fairway.ledger.Reconciliation;
import io.fairway.usecase.Transactions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Compares what the hub holds as recorded with what the ledger holds, by reading the ledger once more, stretch after stretch, behind what the
 * hub has followed. What organisations do for themselves (charter, parties, keys) does not come by way of the hub and is left out.
 */
public final class ReconcileLedger {
    private static final long STRETCH = 500;

    private final LedgerRecords records;
    private final Transactions transactions;
    private final InstantSource clock;
    private final CompareQuantities quantities;

    public ReconcileLedger(LedgerRecords records, Transactions transactions, InstantSource clock) {
        this.records = records;
        this.transactions = transactions;
        this.clock = clock;
        this.quantities = new CompareQuantities(records, transactions);
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
        var releases = new TreeSet<String>();
        try (LedgerReading reading = ledger.read(new Checkpoint(from, Optional.empty()))) {
            for (long block = from; block < until; block++) {
                RecordedBlock recorded = relayed(reading.next());
                reconciliation.add(recorded);
                recorded.events().forEach(event -> bulk(event).ifPresent(releases::add));
            }
        }
        List<Difference> found = new ArrayList<>(quantities.compare(ledger, releases));
        return transactions.asHub(() -> {
            found.addAll(reconciliation.differences(records.recorded(from, until), ledger.submitter()));
            records.compared(found, until, clock.instant());
            return until < records.progress().followed() ? Optional.of(until) : Optional.<Long>empty();
        });
    }

    /** The release, if the event is about one of bulk cargo. */
    private static Optional<String> bulk(RecordedEvent event) {
        FlatRecord record = event.name().startsWith("release.") ? FlatRecord.read(event.payload()) : FlatRecord.of(Map.of());
        return record.find(Quantity.NAME).flatMap(commitment -> record.find("subject"));
    }

    private static RecordedBlock relayed(RecordedBlock block) {
        return new RecordedBlock(block.number(), block.events().stream().filter(ReconcileLedger::isRelayed).toList(), block.after());
    }

    private static boolean isRelayed(RecordedEvent event) {
        return !event.name().startsWith("party.") && !event.name().startsWith("key.") && !event.name().startsWith("charter.");
    }
}
