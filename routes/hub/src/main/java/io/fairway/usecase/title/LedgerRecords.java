package io.fairway.usecase.title;

import io.fairway.ledger.Difference;
import io.fairway.ledger.EventId;
import io.fairway.ledger.Reconciliation.HubRecord;
import io.fairway.usecase.view.LedgerDifferenceView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the hub holds of the ledger, to be compared with it. All calls belong to the running transaction. */
public interface LedgerRecords {

    /** How far the ledger was read and compared. */
    Progress progress();

    /** Acts that the hub holds as recorded in blocks from one up to, and without, another. */
    List<HubRecord> recorded(long from, long until);

    /** What the hub knows of the quantity of a bulk release; empty where it does not know each part. */
    Optional<BulkRecord> bulk(String subject);

    /** Notes what was found in a stretch, and that it was compared; an act that is not settled yet is no difference. */
    void compared(List<Difference> found, long until, Instant now);

    /** Differences that are open, oldest first. */
    List<LedgerDifferenceView> differences(int most);

    /**
     * The quantity of a bulk release, as the hub knows it.
     *
     * @param event the last that changed the release
     * @param version of the release after it
     * @param taken of {@code amount}, in {@code unit}
     */
    record BulkRecord(String subject, EventId event, long version, long amount, String unit, long taken) {
        String words() {
            return CompareQuantities.words(Long.toString(amount), unit, Long.toString(taken));
        }
    }

    /**
     * How far.
     *
     * @param followed number of the next block to be read
     * @param compared number of the next block to be compared
     * @param comparedAt when that was done last
     */
    record Progress(long followed, long compared, Optional<Instant> comparedAt) {
    }
}
