package io.fairway.usecase.registry;

/** An act cannot be done, or not now; the code is stable, the message is for the caller. */
public final class ActImpossibleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    public ActImpossibleException(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
