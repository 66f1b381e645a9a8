package io.fairway.ledger;

/** The ledger cannot be asked now; nothing was submitted. Nobody's fault: ask again later. */
public final class LedgerUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what could not be reached, and why. */
    public LedgerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
