package io.fairway.usecase.registry;

/** The caller may see what it speaks of, but not do this with it. */
public final class NotEntitledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotEntitledException(String message) {
        super(message);
    }
}
