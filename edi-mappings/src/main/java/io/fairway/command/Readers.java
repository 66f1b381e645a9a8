package io.fairway.command;

import io.fairway.document.DocumentReader;
import io.fairway.document.ReadingHandler;
import io.fairway.document.ReadingProfile;
import io.fairway.edifact.mapping.EdifactDocuments;
import io.fairway.xml.mapping.XmlDocuments;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a file in whichever notation it is in. */
final class Readers {
    private static final int HEAD = 4096;

    private final DocumentReader edifact = new EdifactDocuments();
    private final List<DocumentReader> others = List.of(new XmlDocuments());

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
            DocumentReader reader = others.stream().filter(other -> other.recognises(head)).findFirst().orElse(edifact);
            reader.read(input, profile, handler);
        }
    }
}
