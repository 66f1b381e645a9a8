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
    /** Driver and truck of an appointment. */
    APPOINTMENT
}
