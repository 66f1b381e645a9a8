package io.fairway.command;

import io.fairway.dialect.Dialects;
import io.fairway.document.DocumentReader;
import io.fairway.document.ReadingHandler;
import io.fairway.document.ReadingProfile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a file in whichever notation it is in. */
final class Readers {
    private static final int HEAD = 4096;

    private final List<DocumentReader> readers;

    Readers(Dialects dialects) {
        readers = dialects.readers();
    }

    /**
     * Reads the file to its end. What no reader knows is read as EDIFACT, which says best what is missing.
     *
     * @throws IOException when the file cannot be read
     */
    void read(Path file, ReadingProfile profile, ReadingHandler handler) throws IOException {
        try (InputStream input = new BufferedInputStream(Files.newInputStream(file), 64 * 1024)) {
            input.mark(HEAD);
            byte[] head = input.readNBytes(HEAD);
            input.reset();
            DocumentReader reader = readers.stream().filter(other -> other.recognises(head)).findFirst().orElse(readers.getFirst());
            reader.read(input, profile, handler);
        }
    }
}
