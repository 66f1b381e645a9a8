package io.fairway.usecase.retention;

/** What is erased as one. */
public enum Erasable {
    /** A document that speaks of no case, with what followed from it: a crew list, a ship's report, a refused message. */
    INTERCHANGE,
    /** Bytes that could not be read. */
    TRANSMISSION,
    /** A case with its documents, events, what was told because of it, and the salts of what was attested on the ledger. */
    CONSIGNMENT,
    /** A supporting document. */
    ATTACHMENT,
    /** Driver and truck of an appointment, with the passes that were issued for it. */
    APPOINTMENT,
    /** What devices said of one passage of a gate, and the records of what was decided on it. */
    PASSAGE,
    /** What a lane heard in one day that belongs to no passage. */
    READINGS
}
