package io.fairway.ledger;

/** The contract says no, and means it: nothing was written and the same question gets the same answer. */
public final class LedgerRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * A refusal.
     *
     * @param code the contract's code, such as {@code FW-VERSION}
     * @param text its words for people
     * @param cause how it reached us
     */
    public LedgerRefusedException(String code, String text, Throwable cause) {
        super(code + ": " + text, cause);
        this.code = code;
    }

    /** The contract's code. */
    public String code() {
        return code;
    }
}
