package io.fairway.ledger;

/** The peer said something that its bytes do not bear out: another proposal, a broken hash, a signature that does not stand. An alarm, not a retry. */
public final class UntrustedLedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what was expected and what was found. */
    public UntrustedLedgerException(String message) {
        super(message);
    }

    /** The same, for bytes that could not even be read. */
    public UntrustedLedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
