package io.fairway.usecase;

import io.fairway.clearance.ClearanceCase;
import io.fairway.clearance.ConsignmentKey;
import io.fairway.clearance.Discrepancy;
import io.fairway.clearance.RecordedEvent;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.EntryNumber;
import io.fairway.document.id.LocalReferenceNumber;
import java.util.List;
import java.util.Optional;

/** Clearance cases, one per consignment. All calls belong to the running transaction. Test and live cases never meet. */
public interface Consignments {

    /** The id of the case; opens an empty one on first mention. */
    ConsignmentId findOrOpen(ConsignmentKey key, Environment environment);

    /** Cases that may be meant by a bill number alone. */
    List<ConsignmentId> withBill(BillNumber bill, Environment environment);

    /**
     * The cases of the one declaration that is meant: customs' number decides when it is known, else the LRN. Empty when two declarants
     * use the same LRN: an answer to one must never move the other's goods.
     */
    List<ConsignmentId> withDeclaration(Optional<LocalReferenceNumber> lrn, Optional<EntryNumber> entry, Environment environment);

    List<ConsignmentId> withContainer(ContainerNumber container, Environment environment);

    /** Locks the case for the running transaction and loads its events. Locks on several are taken in sorted order by the caller. */
    ClearanceCase lock(ConsignmentId id);

    /**
     * Appends the events that a decision added, notes the changed dispositions of older ones, and stores the new state and what it is
     * looked up by (declarations, containers, port call).
     */
    void save(ConsignmentId id, ClearanceCase after, List<RecordedEvent> added, List<RecordedEvent> reconsidered, FactId cause);

    /** Declared bills that, as a change of this case shows for the first time, no manifest of their voyage lists; of any case. */
    List<Unlisted> unlistedAfter(ConsignmentId changed);

    /** Lets a party see the case from now on, because it was told about it or said what opened it. */
    void show(ConsignmentId id, PartyId party);

    /** A declared bill that is on no manifest of its voyage. @param declaration the fact that declared it */
    record Unlisted(FactId declaration, Discrepancy discrepancy) {
    }
}
