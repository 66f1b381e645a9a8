package io.fairway.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Compares what the hub holds as recorded with what the ledger holds, over the same stretch of the ledger. Feed it block after block, then
 * ask; it keeps one entry for each event of the stretch.
 */
public final class Reconciliation {
    private final Map<EventId, RecordedEvent> onLedger = new HashMap<>();
    private final List<Difference> differences = new ArrayList<>();

    /**
     * An event that the hub holds as recorded.
     *
     * @param event of the submission
     * @param transactionId of its receipt
     */
    public record HubRecord(EventId event, String transactionId) {}

    /** Takes in the events of one block. */
    public void add(RecordedBlock block) {
        block.events().forEach(recorded -> recorded.event().ifPresent(event -> add(event, recorded)));
    }

    private void add(EventId event, RecordedEvent recorded) {
        var first = onLedger.putIfAbsent(event, recorded);
        if (first != null) {
            differences.add(new Difference.Twice(event, first.transactionId(), recorded.transactionId()));
        }
    }

    /**
     * The differences, sorted by nothing: each is an alarm.
     *
     * @param records what the hub holds of the same stretch, each event once
     * @param ours MSP id under which the hub submits; others submit for themselves, and the hub need not know
     */
    public List<Difference> differences(Collection<HubRecord> records, String ours) {
        var found = new ArrayList<>(differences);
        var known = new HashSet<EventId>();
        for (var record : records) {
            known.add(record.event());
            var there = onLedger.get(record.event());
            if (there == null) {
                found.add(new Difference.OnlyInHub(record.event(), record.transactionId()));
            } else if (!there.transactionId().equals(record.transactionId())) {
                found.add(new Difference.OtherTransaction(record.event(), record.transactionId(), there.transactionId()));
            }
        }
        onLedger.forEach((event, there) -> {
            if (there.submitter().equals(ours) && !known.contains(event)) {
                found.add(new Difference.OnlyOnLedger(event, there.transactionId(), there.block()));
            }
        });
        return found;
    }
}
