package io.fairway.ledger;

/** What the hub makes of the ledger's blocks. Implemented where rows and locks live. */
public interface BlockFollower {
    /** Where reading begins. */
    Checkpoint checkpoint();

    /**
     * Takes in one block: what follows from its events and the checkpoint after it are stored in one transaction, durable on return.
     * A block that was taken in already is ignored.
     */
    void take(RecordedBlock block);
}
