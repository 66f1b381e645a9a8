package io.fairway.edifact;

import io.fairway.document.MessageHead;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.ReadingProfile;
import io.fairway.document.SyntaxReport;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Severity;
import io.fairway.fixture.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down what the reader tells, with all values of all segments. */
final class Recording implements InterchangeHandler {
    static final ReadingProfile PLAIN = new ReadingProfile(ZoneOffset.UTC, Optional.empty(), Map.of());
    private static final EdifactReader READER = new EdifactReader();

    private final List<InterchangeHead> heads = new ArrayList<>();
    private final List<MessageHead> messages = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> structure = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<Verdict> interchangeVerdicts = new ArrayList<>();
    private final List<SyntaxReport> reports = new ArrayList<>();

    static Recording of(String fixture) {
        return of(fixture, PLAIN);
    }

    static Recording of(String fixture, ReadingProfile profile) {
        return of(Fixtures.stream(fixture), profile);
    }

    static Recording of(byte[] input) {
        return of(new ByteArrayInputStream(input), PLAIN);
    }

    static Recording of(InputStream input, ReadingProfile profile) {
        var recording = new Recording();
        try (input) {
            READER.read(input, profile, recording);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return recording;
    }

    @Override
    public void interchangeStarted(InterchangeHead interchange) {
        heads.add(interchange);
    }

    @Override
    public Optional<SegmentHandler> messageStarted(MessageHead message) {
        messages.add(message);
        return Optional.of(new SegmentHandler() {
            @Override
            public void groupStarted(String trigger, int depth) {
                structure.add("{" + trigger + depth);
            }

            @Override
            public void segment(Segment segment) {
                structure.add(wording(segment));
            }

            @Override
            public void groupEnded(String trigger, int depth) {
                structure.add("}" + trigger + depth);
            }
        });
    }

    static String wording(Segment segment) {
        var words = new StringBuilder(segment.tag());
        for (int element = 1; element <= segment.elements(); element++) {
            words.append('|');
            for (int component = 1; component <= segment.components(element); component++) {
                words.append(component > 1 ? "/" : "").append(segment.text(element, component));
            }
        }
        return words.toString();
    }

    @Override
    public void finding(Finding finding) {
        findings.add(finding);
    }

    @Override
    public void messageEnded(MessageHead message, int segments, Verdict verdict) {
        counts.add(segments);
        verdicts.add(verdict);
    }

    @Override
    public void interchangeEnded(InterchangeHead interchange, Verdict verdict, SyntaxReport report) {
        interchangeVerdicts.add(verdict);
        reports.add(report);
    }

    List<InterchangeHead> heads() {
        return heads;
    }

    List<MessageHead> messages() {
        return messages;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Findings but for deviations from code lists, which real files are full of. */
    List<Finding> remarkable() {
        return findings.stream().filter(finding -> !finding.code().equals("CODE_NOT_IN_LIST") && !finding.code().equals("NUMBER_TOO_SHORT"))
                .toList();
    }

    List<Finding> errors() {
        return findings.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
    }

    List<String> structure() {
        return structure;
    }

    List<Integer> counts() {
        return counts;
    }

    List<Verdict> verdicts() {
        return verdicts;
    }

    List<Verdict> interchangeVerdicts() {
        return interchangeVerdicts;
    }

    List<SyntaxReport> reports() {
        return reports;
    }
}
