package io.fairway.store;

/** The database given cannot keep the hub's promises; the message says in a sentence what to change. */
public final class UnfitDatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnfitDatabaseException(String sentence) {
        super(sentence);
    }

    public UnfitDatabaseException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
