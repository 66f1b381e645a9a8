package io.fairway.boot;

import io.fairway.document.DocumentReader;
import io.fairway.document.ReadingHandler;
import io.fairway.document.ReadingProfile;
import java.io.InputStream;

/** Recognises nothing. */
final class NoReader implements DocumentReader {

    @Override
    public boolean recognises(byte[] head) {
        return false;
    }

    @Override
    public void read(InputStream input, ReadingProfile profile, ReadingHandler handler) {
        throw new IllegalStateException("Nothing was recognised");
    }
}
