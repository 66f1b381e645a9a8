package io.fairway.identity;

/** Somebody could not be signed in; the message says why, for the log and not for the browser. */
public final class SignInException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SignInException(String message) {
        super(message);
    }

    SignInException(String message, Throwable cause) {
        super(message, cause);
    }
}
