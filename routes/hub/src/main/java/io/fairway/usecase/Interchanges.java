package io.fairway.usecase;

import java.util.Set;

/** Interchanges and what was read from them. All calls belong to the running transaction. */
public interface Interchanges {

    /** Takes the key (sender, reference) for this interchange, or tells who has it; waits for a concurrent one to commit or fail. */
    Registration register(NewInterchange interchange);

    /** Stores one fact with its document and lineage; may be called many thousand times. */
    void add(NewFact fact);

    /**
     * Stores a document that speaks of no consignment: with the port call it speaks of, when it does.
     *
     * @param outcome FILED, or REFUSED with a reason
     * @return cases with a declaration that names the document
     */
    Set<ConsignmentId> file(NewFact document, FactOutcome outcome);

    /** Drops the facts of a message that turned out to be rejected. */
    void dropFacts(InterchangeId interchange, String message);

    /** Notes an interchange that repeats the reference of {@code first}; it does not hold the key. */
    void registerRepeat(NewInterchange repeat, InterchangeId first);

    /** Stores what became of a registered interchange. */
    void conclude(InterchangeId interchange, InterchangeOutcome outcome);
}
