package io.fairway.dialect;

import io.fairway.document.Document;
import io.fairway.document.DocumentReader;
import io.fairway.document.Envelope;
import io.fairway.document.Lineage;
import io.fairway.document.LineageCollector;
import io.fairway.document.MessageHead;
import io.fairway.document.ReadingHandler;
import io.fairway.document.ReadingProfile;
import io.fairway.document.SyntaxReport;
import io.fairway.document.finding.Finding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** Where the members of one document stand in what was written; a manifest that is told bill by bill is put together again. */
final class Rereading implements ReadingHandler {
    private static final String FIRST = "consignments[0]";

    private final LineageCollector whole = new LineageCollector();
    private int parts;

    void read(DocumentReader reader, byte[] bytes, ZoneId zone) {
        try {
            reader.read(new ByteArrayInputStream(bytes), new ReadingProfile(zone, Optional.empty(), Map.of()), this);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }

    Lineage lineage() {
        return whole.lineage();
    }

    @Override
    public void part(Document document, Lineage lineage) {
        int part = parts++;
        for (Lineage.Origin origin : lineage.origins()) {
            boolean isOwn = origin.path().startsWith(FIRST);
            if (isOwn) {
                whole.origin("consignments[" + part + "]" + origin.path().substring(FIRST.length()), origin.place());
            } else if (part == 0) {
                whole.origin(origin.path(), origin.place());
            }
        }
        lineage.unused().forEach(constant -> whole.unused(constant.place(), constant.value()));
    }

    @Override
    public void interchangeStarted(Envelope envelope) {
        // only the parts have lineage
    }

    @Override
    public void messageStarted(MessageHead message) {
        // only the parts have lineage
    }

    @Override
    public void finding(Finding finding) {
        // what our own writers write is held to be clean by their tests
    }

    @Override
    public void messageEnded(MessageHead message, Verdict verdict) {
        // only the parts have lineage
    }

    @Override
    public void interchangeEnded(Envelope envelope, Verdict verdict, SyntaxReport report) {
        // only the parts have lineage
    }
}
