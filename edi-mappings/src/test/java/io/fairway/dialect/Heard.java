package io.fairway.dialect;

import io.fairway.document.Document;
import io.fairway.document.DocumentReader;
import io.fairway.document.Envelope;
import io.fairway.document.Lineage;
import io.fairway.document.MessageHead;
import io.fairway.document.ReadingHandler;
import io.fairway.document.ReadingProfile;
import io.fairway.document.SyntaxReport;
import io.fairway.document.finding.Finding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that a reader told about one input, in order. */
public final class Heard implements ReadingHandler {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final ReadingProfile PROFILE = new ReadingProfile(ZONE, Optional.empty(), Map.of());

    public final List<Document> parts = new ArrayList<>();
    public final List<Lineage> lineages = new ArrayList<>();
    public final List<Finding> findings = new ArrayList<>();
    public final List<Envelope> envelopes = new ArrayList<>();
    public final List<MessageHead> messages = new ArrayList<>();
    public final List<Verdict> verdicts = new ArrayList<>();
    public final List<Verdict> interchangeVerdicts = new ArrayList<>();

    public static Heard of(DocumentReader reader, byte[] bytes) {
        var heard = new Heard();
        try {
            reader.read(new ByteArrayInputStream(bytes), PROFILE, heard);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return heard;
    }

    public List<String> codes() {
        return findings.stream().map(Finding::code).toList();
    }

    @Override
    public void interchangeStarted(Envelope envelope) {
        envelopes.add(envelope);
    }

    @Override
    public void messageStarted(MessageHead message) {
        messages.add(message);
    }

    @Override
    public void part(Document document, Lineage lineage) {
        parts.add(document);
        lineages.add(lineage);
    }

    @Override
    public void finding(Finding finding) {
        findings.add(finding);
    }

    @Override
    public void messageEnded(MessageHead message, Verdict verdict) {
        verdicts.add(verdict);
    }

    @Override
    public void interchangeEnded(Envelope envelope, Verdict verdict, SyntaxReport report) {
        interchangeVerdicts.add(verdict);
    }
}
