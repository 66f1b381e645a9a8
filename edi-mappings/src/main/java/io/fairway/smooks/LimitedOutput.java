package io.fairway.smooks;

import java.io.IOException;
import java.io.Writer;

/** What a template has written so far, within a limit. */
final class LimitedOutput extends Writer {
    /** Characters; far above any document of one message. */
    static final int LIMIT = 32 * 1024 * 1024;

    private final StringBuilder text = new StringBuilder();

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        if (text.length() + length > LIMIT) {
            throw new IOException("The template writes more than " + LIMIT + " characters");
        }
        text.append(characters, offset, length);
    }

    int length() {
        return text.length();
    }

    String text() {
        return text.toString();
    }

    @Override
    public void flush() {
        // everything is there already
    }

    @Override
    public void close() {
        // nothing is held
    }
}
