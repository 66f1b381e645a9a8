package io.fairway.identity;

/** A party file says something that cannot be used; the message names the file, the entry and what was expected. */
public final class PartyFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PartyFileException(String source, String problem) {
        super(source + ": " + problem);
    }
}
