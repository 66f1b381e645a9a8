package io.fairway.edifact;

import java.io.IOException;
import java.io.InputStream;

import io.fairway.document.ReadingProfile;

/**
 * Reads EDIFACT (ISO 9735, syntax 1 to 4) as a stream: bytes in, events out. What is wrong with the input becomes findings, never an
 * exception; memory follows neither the size of a message nor their number. Stateless and thread-safe.
 */
public final class EdifactReader {

    /**
     * Reads all interchanges of the input.
     *
     * @throws IOException only when {@code input} itself throws it
     */
    public void read(InputStream input, ReadingProfile profile, InterchangeHandler handler) throws IOException {
        throw new UnsupportedOperationException();
    }
}
