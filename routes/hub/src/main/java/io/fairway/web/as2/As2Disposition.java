package io.fairway.web.as2;

/** What became of a message, in the words of RFC 4130, 7.5. */
public enum As2Disposition {
    PROCESSED("processed"),
    /** The sender is not known here, or its key is not enrolled. */
    AUTHENTICATION_FAILED("processed/error: authentication-failed"),
    /** Not signed. */
    NOT_SIGNED("processed/error: insufficient-message-security"),
    INTEGRITY_CHECK_FAILED("processed/error: integrity-check-failed"),
    /** Another message has the same Message-ID. */
    DUPLICATE("processed/error: duplicate-document"),
    ENCRYPTED("processed/error: decryption-failed"),
    UNEXPECTED("processed/error: unexpected-processing-error");

    private final String words;

    As2Disposition(String words) {
        this.words = words;
    }

    /** After "automatic-action/MDN-sent-automatically; ". */
    String words() {
        return words;
    }
}
