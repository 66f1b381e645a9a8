package io.fairway.ledger.proof;

/** The bytes are not of the form they were said to have; the message says what was expected and what was found. */
public final class UnreadableException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
        super(message);
    }

    UnreadableException(String message, Throwable cause) {
        super(message, cause);
    }
}
