package io.fairway.smooks;

/** A folder that is no dialect, or asks for what a dialect may not have. The message names file and place. */
public final class RefusedDialectException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedDialectException(String dialect, String file, String why) {
        super("Dialect " + dialect + ", " + file + ": " + why);
    }
}
