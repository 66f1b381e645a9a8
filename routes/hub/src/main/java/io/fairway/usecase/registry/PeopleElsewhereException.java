package io.fairway.usecase.registry;

/** The hub administers no persons: its identity provider has none, or gave the hub no account to do so with. */
public final class PeopleElsewhereException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param why one sentence for the caller */
    public PeopleElsewhereException(String why) {
        super(why);
    }
}
