package io.fairway.usecase;

import io.fairway.document.DocumentReader;
import io.fairway.document.ReadingHandler;
import io.fairway.document.ReadingProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** The readers of all syntaxes; the first that recognises the beginning reads. */
final class Readers {
    private static final int HEAD = 4096;

    private final List<DocumentReader> readers;

    Readers(List<DocumentReader> readers) {
        this.readers = List.copyOf(readers);
    }

    /** Bytes in a syntax nobody recognises are one finding outside any interchange. */
    void read(byte[] bytes, ReadingProfile profile, ReadingHandler handler) {
        byte[] head = Arrays.copyOf(bytes, Math.min(HEAD, bytes.length));
        readers.stream().filter(reader -> reader.recognises(head)).findFirst().ifPresentOrElse(
                reader -> read(reader, bytes, profile, handler),
                () -> handler.finding(ReadingFindings.unknownSyntax()));
    }

    private static void read(DocumentReader reader, byte[] bytes, ReadingProfile profile, ReadingHandler handler) {
        try {
            reader.read(new ByteArrayInputStream(bytes), profile, handler);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }
}
