package io.fairway.usecase.registry;

/** The identity provider cannot be asked now; the same again later brings about what was wanted. */
public final class PeopleUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PeopleUnavailableException(String message) {
        super(message);
    }

    public PeopleUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
