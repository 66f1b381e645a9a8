package io.fairway.xml.mapping;

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
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that a reader told about one input, in order. */
final class Reading implements ReadingHandler {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final ReadingProfile PROFILE = new ReadingProfile(ZONE, Optional.empty(), Map.of());

    final List<String> calls = new ArrayList<>();
    final List<Document> parts = new ArrayList<>();
    final List<Lineage> lineages = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    Optional<Envelope> envelope = Optional.empty();
    Optional<MessageHead> message = Optional.empty();
    Optional<Verdict> verdict = Optional.empty();

    static Reading of(byte[] bytes) {
        return of(new XmlDocuments(), new ByteArrayInputStream(bytes), PROFILE);
    }

    static Reading of(DocumentReader reader, InputStream input, ReadingProfile profile) {
        var reading = new Reading();
        try {
            reader.read(input, profile, reading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reading;
    }

    List<String> codes() {
        return findings.stream().map(Finding::code).toList();
    }

    Finding onlyFinding() {
        if (findings.size() != 1) {
            throw new AssertionError("Expected one finding, found " + findings);
        }
        return findings.getFirst();
    }

    @Override
    public void interchangeStarted(Envelope started) {
        calls.add("interchangeStarted");
        envelope = Optional.of(started);
    }

    @Override
    public void messageStarted(MessageHead started) {
        calls.add("messageStarted");
        message = Optional.of(started);
    }

    @Override
    public void part(Document document, Lineage lineage) {
        calls.add("part");
        parts.add(document);
        lineages.add(lineage);
    }

    @Override
    public void finding(Finding finding) {
        findings.add(finding);
    }

    @Override
    public void messageEnded(MessageHead ended, Verdict with) {
        calls.add("messageEnded");
    }

    @Override
    public void interchangeEnded(Envelope ended, Verdict with, SyntaxReport report) {
        calls.add("interchangeEnded");
        verdict = Optional.of(with);
    }
}
