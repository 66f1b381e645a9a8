package io.fairway.ledger;

/** A transaction was submitted, or may have been, and nobody has said what became of it. Submit the same bytes again; never others. */
public final class OutcomeUnknownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says which transaction, and where the trace was lost. */
    public OutcomeUnknownException(String message, Throwable cause) {
        super(message, cause);
    }
}
