package io.fairway.usecase;

/** Refused before anything was acknowledged, because too much is waiting (P15). */
public final class OverloadedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int retryAfterSeconds;

    public OverloadedException(int retryAfterSeconds) {
        super("Too much is waiting; try again in " + retryAfterSeconds + " s");
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
