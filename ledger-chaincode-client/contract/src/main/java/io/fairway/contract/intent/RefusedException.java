package io.fairway.contract.intent;

/** The contract says no; nothing was written. The message starts with the code. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    RefusedException(Refusal refusal, String text) {
        super(refusal.code() + ": " + text);
        this.refusal = refusal;
    }

    /** Why. */
    public Refusal refusal() {
        return refusal;
    }
}
