package io.fairway.usecase;

import io.fairway.clearance.BulkQuantity;
import io.fairway.document.id.BillNumber;
import io.fairway.usecase.title.FlatRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the ledger told, to be applied to cases in the ledger's order. All calls belong to the running transaction. */
public interface LedgerNews {
    /** Why news is kept whose bill no manifest has named yet; it waits again as soon as one does. */
    String NO_CASE = "NO_CASE";

    /** The next that nothing before it blocks; a parked one holds back those of its own right only. */
    Optional<News> next();

    /** Keeps it to the running transaction, so that a case which comes to be meanwhile waits for it. @return false when it is no longer pending */
    boolean claim(long position);

    /** Notes what it came to. @param reason why it was kept; empty when it was applied */
    void conclude(long position, String reason);

    /** Counts a failure; at {@code most} it is parked. */
    void recordFailure(long position, String cause, int most);

    /** What these commitments stand for, of those this hub knows. */
    List<String> containers(List<String> units);

    /** What the first of these commitments that is known to stand for a kind of goods stands for; empty when none is. */
    String goods(List<String> units);

    /** The quantity that a version of a release brought: released by the first, fetched by a redemption; empty where this hub does not know it. */
    Optional<BulkQuantity> quantity(String subject, long version);

    /** The latest manifest of a bill, as the fact that its carrier said. */
    Optional<PendingFact> manifest(PartyId carrier, BillNumber bill);

    /**
     * One change of a right.
     *
     * @param subject on the ledger
     * @param number bill number, where this hub knows it
     * @param by the ledger's name of who did it
     */
    record News(long position, String subject, String action, String by, FlatRecord record, Optional<String> number, Instant toldAt) {
    }
}
