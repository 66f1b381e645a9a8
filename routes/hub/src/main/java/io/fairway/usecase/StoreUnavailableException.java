package io.fairway.usecase;

/**
 * The store cannot be reached or cannot write now (nobody's fault). Nothing was acknowledged; whether the last transaction was
 * committed may be unknown, so that the work is to be done again under the same keys.
 */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
