package io.fairway.identity;

/** The hub must not start: what it would serve is not safe on that address. The message is for the operator. */
public final class UnsafeAddressException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsafeAddressException(String message) {
        super(message);
    }
}
