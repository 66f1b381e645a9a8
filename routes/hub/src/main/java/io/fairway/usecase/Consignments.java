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
import java.util.function.Consumer;

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

    /** The case as it is at this moment, for who only looks: nobody waits for it, and it may change right after. */
    ClearanceCase look(ConsignmentId id);

    /**
     * Appends the events that a decision added, notes the changed dispositions of older ones, and stores the new state and what it is
     * looked up by (declarations, containers, port call).
     */
    void save(ConsignmentId id, ClearanceCase after, List<RecordedEvent> added, List<RecordedEvent> reconsidered, FactId cause);

    /**
     * What a change of this case shows for the first time: declared bills, of any case, that no manifest of their voyage lists, and documents
     * that declarations of this case name and that do not fit. Told before the transaction ends, when all that it does is written.
     */
    void noticeAfter(ConsignmentId changed, Consumer<Noticed> told);

    /** Compares the declarations of a locked case with the documents they name anew, when one of these has come since. */
    void recheckDocuments(ConsignmentId id, ClearanceCase current);

    /** Whether a document that the case's declarations name has come since they were compared with it. */
    boolean waitsForRecheck(ConsignmentId id);

    /** Lets a party see the case from now on, because it was told about it or said what opened it. */
    void show(ConsignmentId id, PartyId party);

    /** Something to tell a declarant. @param declaration the fact that declared it */
    record Noticed(FactId declaration, Discrepancy discrepancy) {
    }
}
