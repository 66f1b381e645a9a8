package io.fairway.edifact;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import io.fairway.document.ReadingProfile;
import io.fairway.document.finding.Certainty;
import io.fairway.document.finding.Edit;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Fix;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Printable;
import io.fairway.document.finding.Severity;

/** Collects what is wrong with one interchange: words it, weighs it, hands it on, and keeps what CONTRL has to say about it. */
final class Findings {
    /** Beyond this the findings of an interchange are counted and weighed, but no longer handed on. */
    static final int MOST_FINDINGS = 1000;
    private static final String ISO_9735 = "ISO 9735";
    private static final int MOST_REMEMBERED = 500;

    private final SyntaxTexts texts;
    private final ReadingProfile profile;
    private final InterchangeHandler handler;
    private final SyntaxReportBuilder report;
    private final Set<String> mentioned = new HashSet<>();
    private int count;
    private int messageErrors;
    private int missingSegments;
    private int surplusSegments;
    private int unknownSegments;
    private int envelopeErrors;
    private String directory = ISO_9735;
    private Scope scope = Scope.ENVELOPE;

    private enum Scope {
        ENVELOPE, MESSAGE
    }

    Findings(SyntaxTexts texts, ReadingProfile profile, InterchangeHandler handler, SyntaxReportBuilder report) {
        this.texts = texts;
        this.profile = profile;
        this.handler = handler;
        this.report = report;
    }

    /** Begins a message; its errors are counted from zero. */
    void messageStarted() {
        scope = Scope.MESSAGE;
        directory = ISO_9735;
        messageErrors = 0;
        missingSegments = 0;
        surplusSegments = 0;
        unknownSegments = 0;
        mentioned.clear();
    }

    /** Names the directory whose rules hold from now on, for people. */
    void judgeBy(String name) {
        directory = "UN/EDIFACT " + name;
    }

    void messageEnded() {
        directory = ISO_9735;
        scope = Scope.ENVELOPE;
    }

    int messageErrors() {
        return messageErrors;
    }

    /** Whether a count of segments that differs is explained by the segments told to be missing, or by those that are too many. */
    boolean isExplained(int said, int counted) {
        return said - counted == missingSegments && missingSegments > 0 || counted - said == surplusSegments && surplusSegments > 0;
    }

    boolean hasUnknownSegments() {
        return unknownSegments > 0;
    }

    /** Errors of the envelope, those of messages not counted. */
    int envelopeErrors() {
        return envelopeErrors;
    }

    /** Whether something is said for the first time in this message. Remembers no more than a limit. */
    boolean isFirst(String matter) {
        return mentioned.size() < MOST_REMEMBERED && mentioned.add(matter);
    }

    /** A fault of what is being read, the message or else the envelope. */
    void report(SyntaxRule rule, Place place, String found, Optional<Fix> fix, Object... values) {
        switch (rule) {
            case SEGMENT_MISSING -> missingSegments++;
            case SEGMENT_MISPLACED, SEGMENT_REPEATED_TOO_OFTEN, GROUP_REPEATED_TOO_OFTEN -> surplusSegments++;
            case SEGMENT_UNKNOWN -> unknownSegments++;
            default -> { }
        }
        if (hand(rule, place, found, fix, values) == Severity.ERROR) {
            count(rule, place, scope);
        }
    }

    void report(SyntaxRule rule, Place place, String found, Object... values) {
        report(rule, place, found, Optional.empty(), values);
    }

    /** The fault just reported concerns the message as well as the envelope. */
    void rejectMessageFor(SyntaxRule rule, Place place) {
        count(rule, place, Scope.MESSAGE);
    }

    private void count(SyntaxRule rule, Place place, Scope where) {
        switch (where) {
            case MESSAGE -> {
                messageErrors++;
                report.messageFault(rule, place);
            }
            case ENVELOPE -> {
                envelopeErrors++;
                report.envelopeFault(rule, place);
            }
        }
    }

    static Optional<Fix> certain(String value) {
        return Optional.of(new Fix(value, Certainty.CERTAIN));
    }

    static Optional<Fix> likely(String value) {
        return Optional.of(new Fix(value, Certainty.LIKELY));
    }

    static Optional<Fix> likely(String value, Edit edit) {
        return Optional.of(new Fix(value, Certainty.LIKELY, edit));
    }

    private Severity hand(SyntaxRule rule, Place place, String found, Optional<Fix> fix, Object... values) {
        var severity = profile.severityOf(rule.name(), place, rule.severity());
        count++;
        if (count <= MOST_FINDINGS) {
            var safe = Printable.of(found);
            var source = rule.source().isEmpty() ? directory : rule.source();
            handler.finding(new Finding(rule.name(), severity, rule.edifact(), place, safe, texts.expected(rule, safe, values),
                    texts.text(rule, safe, values), source, fix, rule.quality()));
        } else if (count == MOST_FINDINGS + 1) {
            var limited = SyntaxRule.FINDINGS_LIMITED;
            handler.finding(new Finding(limited.name(), limited.severity(), limited.edifact(), place, "",
                    texts.expected(limited, "", MOST_FINDINGS), texts.text(limited, "", MOST_FINDINGS), limited.source(), Optional.empty(), limited.quality()));
        }
        return severity;
    }
}
