package io.fairway.usecase.title;

/** An intent that is not taken, before the ledger is asked. The message is for the caller. */
public final class ActRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** Why. */
    public enum Kind {
        /** It cannot be understood. */
        MALFORMED,
        /** It is the act of another party. */
        FOREIGN,
        /** It is about something the caller does not see, or that is not there. */
        UNSEEN
    }

    public ActRefusedException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
