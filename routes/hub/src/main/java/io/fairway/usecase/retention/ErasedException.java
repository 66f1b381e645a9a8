package io.fairway.usecase.retention;

import java.time.Instant;

/** What is asked for was the caller's, or was shown to it, and is erased. */
public final class ErasedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param at when it was erased */
    public ErasedException(Instant at) {
        super("Erased at " + at + ".");
    }
}
