package io.fairway.store.embedded;

/** The hub's own PostgreSQL cannot be had; the message says why in a sentence, for the operator. */
public final class EmbeddedStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EmbeddedStartException(String sentence) {
        super(sentence);
    }

    public EmbeddedStartException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
