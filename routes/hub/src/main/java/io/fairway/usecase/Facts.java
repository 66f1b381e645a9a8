package io.fairway.usecase;

import io.fairway.document.Document;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.finding.Finding;
import io.fairway.document.id.LocalReferenceNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Facts that wait to be applied. All calls belong to the running transaction. */
public interface Facts {

    /** The first not yet applied fact of the consignment in row order; empty when none, or when that one is parked. */
    default Optional<PendingFact> nextOf(ConsignmentId consignment) {
        return turnOf(consignment).map(Turn::fact);
    }

    /** As {@link #nextOf}, with whether more are behind it. */
    Optional<Turn> turnOf(ConsignmentId consignment);

    /** The fact whose turn it is. @param followed whether another one waits behind it, pending or parked */
    record Turn(PendingFact fact, boolean followed) {
    }

    /** @param outcome APPLIED, KEPT (illegal now, shown with reason) or REFUSED */
    void conclude(FactId fact, FactOutcome outcome);

    /**
     * Adds what was found when the fact was applied to the findings of its interchange, each once. The place of one that names a member
     * of the document becomes the place in the message that its value came from.
     */
    void tell(FactId fact, List<Finding> findings);

    /** The same for a fact of the case that was applied before. @param sequence of it in the case */
    void tell(ConsignmentId consignment, long sequence, Finding finding);

    /** Counts a failed attempt; at {@code most} attempts the fact is parked with an alarm and blocks only its own consignment. */
    void recordFailure(FactId fact, String cause, int most);

    /** Consignments with facts pending since before {@code limit}. */
    List<ConsignmentId> consignmentsWaitingSince(Instant limit, int most);

    /** Facts whose consignment is not known yet, oldest first. */
    List<PendingFactWithoutConsignment> unresolved(int most);

    /** The fact belongs to the first of these; each further one gets a copy, which takes its id from {@code identifiers}. */
    void resolve(FactId fact, List<ConsignmentId> consignments, Identifiers identifiers);

    /** The latest fact about each consignment that the declarant's declaration with this reference speaks of. */
    List<PendingFact> declared(PartyId declarant, LocalReferenceNumber lrn);

    /** The latest applied fact about the consignment: what is decided by hand is told in its interchange. */
    Optional<PendingFact> latestOf(ConsignmentId consignment);

    /** One fact about a consignment, whatever became of it. */
    Optional<PendingFact> find(FactId fact);

    /** A fact that waits for its consignment to become known. */
    record PendingFactWithoutConsignment(FactId id, Document document, PartyId sender, Environment environment, Instant receivedAt) {
    }
}
