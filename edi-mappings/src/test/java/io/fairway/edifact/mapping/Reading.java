package io.fairway.edifact.mapping;

import io.fairway.document.Document;
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

/** Everything a reader told about one transmission, kept for assertions. */
final class Reading implements ReadingHandler {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final ReadingProfile PROFILE = new ReadingProfile(SHANGHAI, Optional.empty(), Map.of());

    final List<Document> parts = new ArrayList<>();
    final List<Lineage> lineages = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final List<Verdict> messages = new ArrayList<>();
    final List<Verdict> interchanges = new ArrayList<>();
    final List<Envelope> envelopes = new ArrayList<>();
    final List<SyntaxReport> reports = new ArrayList<>();

    static Reading of(byte[] bytes) {
        return of(bytes, PROFILE);
    }

    static Reading of(byte[] bytes, ReadingProfile profile) {
        return of(new ByteArrayInputStream(bytes), profile);
    }

    static Reading of(InputStream input, ReadingProfile profile) {
        var reading = new Reading();
        try {
            new EdifactDocuments().read(input, profile, reading);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return reading;
    }

    List<String> codes() {
        return findings.stream().map(Finding::code).toList();
    }

    Finding finding(String code) {
        return findings.stream().filter(finding -> finding.code().equals(code)).findFirst()
                .orElseThrow(() -> new AssertionError("no " + code + " among " + findings));
    }

    <T extends Document> T part(int index, Class<T> kind) {
        return kind.cast(parts.get(index));
    }

    @Override
    public void interchangeStarted(Envelope envelope) {
        envelopes.add(envelope);
    }

    @Override
    public void messageStarted(MessageHead message) {
        // the verdict tells of it
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
        messages.add(verdict);
    }

    @Override
    public void interchangeEnded(Envelope envelope, Verdict verdict, SyntaxReport report) {
        interchanges.add(verdict);
        reports.add(report);
    }
}
