package io.fairway.connector.gate;

/** A reading that is not taken: not readable, or not by whom it says. The message says what was expected, without the content. */
public final class RefusedReadingException extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;
    private final String device;

    RefusedReadingException(String code, String message) {
        this(code, message, "");
    }

    RefusedReadingException(String code, String message, String device) {
        super(message);
        this.code = code;
        this.device = device;
    }

    /** The device that has said this, where that is proven; else empty. */
    public String device() {
        return device;
    }

    /** For counters and answers: NOT_A_READING, ANOTHER_DEVICE or ANOTHER_LANE. */
    public String code() {
        return code;
    }
}
