package io.fairway.usecase;

import io.fairway.document.id.Sha256;

/** Interchanges and what was read from them. All calls belong to the running transaction. */
public interface Interchanges {

    /** Takes the key (sender, reference) for this interchange, or tells who has it; waits for a concurrent one to commit or fail. */
    Registration register(NewInterchange interchange);

    /** Stores one fact with its document and lineage; may be called many thousand times. */
    void add(NewFact fact);

    /** Drops the facts of a message that turned out to be rejected. */
    void dropFacts(InterchangeId interchange, String message);

    void conclude(InterchangeId interchange, InterchangeOutcome outcome);

    /** Records a repetition of {@code first} (same reference): same bytes, or refused because of other bytes. */
    void recordRepeat(NewInterchange repeat, InterchangeId first, Sha256 digest, InterchangeOutcome outcome);
}
