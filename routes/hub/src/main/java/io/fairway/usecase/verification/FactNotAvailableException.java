package io.fairway.usecase.verification;

/** Nothing stands here that proves the fact; the message says what is missing. */
public final class FactNotAvailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is missing, safe to show */
    public FactNotAvailableException(String message) {
        super(message);
    }
}
