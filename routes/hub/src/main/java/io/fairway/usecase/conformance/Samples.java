package io.fairway.usecase.conformance;

import io.fairway.document.Document;
import io.fairway.document.DocumentReader;
import io.fairway.document.Envelope;
import io.fairway.document.Lineage;
import io.fairway.document.MessageHead;
import io.fairway.document.ReadingHandler;
import io.fairway.document.ReadingProfile;
import io.fairway.document.SyntaxReport;
import io.fairway.document.finding.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A sound document of each kind that counterparts are told, invented by us; it is written in whatever dialect is tried. */
public final class Samples {
    private static final ReadingProfile PROFILE = new ReadingProfile(ZoneOffset.UTC, Optional.empty(), Map.of());

    private final List<DocumentReader> readers;
    private final Map<String, Optional<Document>> known = new ConcurrentHashMap<>();

    public Samples(List<DocumentReader> readers) {
        this.readers = List.copyOf(readers);
    }

    /** @param kind as profiles name it in {@code dialects}; empty when there is no sample of it, as for answers (CONTRL, APERAK) */
    Optional<Document> of(String kind) {
        return known.computeIfAbsent(kind, this::read);
    }

    private Optional<Document> read(String kind) {
        var first = new First();
        try (InputStream in = Samples.class.getResourceAsStream(kind + ".edi")) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] bytes = in.readAllBytes();
            DocumentReader reader = readers.stream().filter(each -> each.recognises(bytes)).findFirst().orElseThrow();
            reader.read(new java.io.ByteArrayInputStream(bytes), PROFILE, first);
        } catch (IOException e) {
            throw new UncheckedIOException("A sample could not be read", e);
        }
        return first.document;
    }

    /** Keeps the first part that is read. */
    private static final class First implements ReadingHandler {
        private Optional<Document> document = Optional.empty();

        @Override
        public void interchangeStarted(Envelope envelope) {
            // only the document counts
        }

        @Override
        public void messageStarted(MessageHead message) {
            // only the document counts
        }

        @Override
        public void part(Document part, Lineage lineage) {
            document = document.or(() -> Optional.of(part));
        }

        @Override
        public void finding(Finding finding) {
            // the samples are held sound by a test
        }

        @Override
        public void messageEnded(MessageHead message, Verdict verdict) {
            // only the document counts
        }

        @Override
        public void interchangeEnded(Envelope envelope, Verdict verdict, SyntaxReport report) {
            // only the document counts
        }
    }
}
