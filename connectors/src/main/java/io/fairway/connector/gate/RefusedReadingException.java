package io.fairway.connector.gate;

/** A reading that is not taken: not readable, or not by whom it says. The message says what was expected, without the content. */
public final class RefusedReadingException extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;

    RefusedReadingException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** For counters and answers: NOT_A_READING, ANOTHER_DEVICE or ANOTHER_LANE. */
    public String code() {
        return code;
    }
}
