package io.fairway.signing;

import java.io.Serial;

/** There is no key to sign with now: what waits for a signature stays parked, nothing goes out unsigned. */
public final class NoUsableKeyException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public NoUsableKeyException(String message) {
        super(message);
    }
}
