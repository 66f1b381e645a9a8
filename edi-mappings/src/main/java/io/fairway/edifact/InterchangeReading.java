package io.fairway.edifact;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.finding.Edit;
import io.fairway.document.finding.Fix;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Printable;

/** Reads one interchange from UNB to UNZ; the scanner stands behind UNB. */
final class InterchangeReading {
    /** Beyond this, references are no longer compared with earlier ones. */
    private static final int MOST_REFERENCES = 100_000;

    private final SegmentScanner scanner;
    private final InterchangeHead head;
    private final MessageReading.Context context;
    private final Findings findings;
    private final Set<String> references = new HashSet<>();
    private Optional<MessageReading> message = Optional.empty();
    private Optional<Group> group = Optional.empty();
    private int messages;
    private int groups;
    private int ungrouped;
    private boolean strayReported;
    private boolean over;

    InterchangeReading(SegmentScanner scanner, InterchangeHead head, MessageReading.Context context) {
        this.scanner = scanner;
        this.head = head;
        this.context = context;
        this.findings = context.findings();
    }

    /** A functional group that is open, with the messages read of it. */
    private record Group(String reference, int messages) {
    }

    void read() throws IOException {
        while (!over) {
            if (scanner.standsAtInterchange()) {
                endWithoutTrailer(here());
                break;
            }
            var scan = scanner.next();
            var segment = scanner.segment();
            segment.locate("", 0);
            switch (scan) {
                case SEGMENT -> take(segment);
                case OVERLONG -> overlong(segment);
                case UNTERMINATED -> cutOff(segment);
                case END -> endWithoutTrailer(here());
            }
        }
        boolean clean = findings.envelopeErrors() == 0 && context.report().rejectedMessages() == 0;
        group.ifPresent(open -> context.report().groupEnded());
        context.handler().interchangeEnded(head, clean ? Verdict.CLEAN : Verdict.SYNTAX_ERRORS, context.report().build(head));
    }

    private void take(ScannedSegment segment) throws IOException {
        switch (segment.tag()) {
            case "UNH" -> startMessage(segment);
            case "UNT" -> endMessage(segment);
            case "UNG" -> startGroup(segment);
            case "UNE" -> endGroup(segment);
            case "UNZ" -> end(segment);
            default -> dataSegment(segment);
        }
    }

    private void dataSegment(ScannedSegment segment) throws IOException {
        if (message.isPresent()) {
            message.get().segment(segment);
        } else if (!strayReported) {
            strayReported = true;
            findings.report(SyntaxRule.SEGMENT_OUTSIDE_MESSAGE, segment.place(0, 0), segment.excerpt(), segment.tag());
        }
    }

    private void startMessage(ScannedSegment header) {
        closeMessage(header.place(0, 0));
        strayReported = false;
        messages++;
        if (group.isPresent()) {
            group = Optional.of(new Group(group.get().reference(), group.get().messages() + 1));
        } else {
            ungrouped++;
            mixed(header);
        }
        var started = MessageReading.start(header, context);
        message = Optional.of(started);
        if (references.size() < MOST_REFERENCES && !references.add(started.reference())) {
            findings.report(SyntaxRule.MESSAGE_REFERENCE_DUPLICATE, header.place(1, 1), started.reference());
        }
    }

    private void endMessage(ScannedSegment trailer) {
        if (message.isEmpty()) {
            misplaced(trailer);
            return;
        }
        message.get().end(trailer);
        message = Optional.empty();
    }

    private void startGroup(ScannedSegment header) {
        closeMessage(header.place(0, 0));
        closeGroup(header.place(0, 0));
        groups++;
        mixed(header);
        context.report().groupStarted(Printable.of(header.text(5, 1)), Printable.of(header.text(2, 1)), Printable.of(header.text(3, 1)));
        check(header);
        group = Optional.of(new Group(header.text(5, 1), 0));
    }

    private void endGroup(ScannedSegment trailer) {
        closeMessage(trailer.place(0, 0));
        if (group.isEmpty()) {
            misplaced(trailer);
            return;
        }
        check(trailer);
        Trailer.check(trailer, group.get().messages(), group.get().reference(), Trailer.Rules.GROUP, trust(), findings);
        context.report().groupEnded();
        group = Optional.empty();
    }

    private void end(ScannedSegment trailer) {
        closeMessage(trailer.place(0, 0));
        closeGroup(trailer.place(0, 0));
        trailer.locate("", 0);
        check(trailer);
        if (messages == 0) {
            findings.report(SyntaxRule.INTERCHANGE_EMPTY, trailer.place(0, 0), "");
        }
        Trailer.check(trailer, groups > 0 ? groups : messages, head.reference(), Trailer.Rules.INTERCHANGE, trust(), findings);
        over = true;
    }

    /** Counts of an interchange with other faults may be right, and a message lost. */
    private Trailer.Trust trust() {
        return findings.envelopeErrors() == 0 && context.report().rejectedMessages() == 0 ? Trailer.Trust.COMPLETE
                : Trailer.Trust.DOUBTED;
    }

    private void endWithoutTrailer(Place next) {
        closeMessage(next);
        closeGroup(next);
        var place = new Place("", "UNZ", 0, 0, 0, next.offset(), next.line(), next.column());
        findings.report(SyntaxRule.UNZ_MISSING, place, "", trailer("UNZ", groups > 0 ? groups : messages, head.reference()),
                groups > 0 ? groups : messages, head.reference());
        over = true;
    }

    private void cutOff(ScannedSegment segment) {
        message.ifPresent(open -> open.locate(segment));
        findings.messageEnded();
        findings.report(SyntaxRule.INPUT_TRUNCATED, segment.place(0, 0), segment.excerpt());
        message.ifPresent(open -> open.cutOff(segment.place(0, 0)));
        message = Optional.empty();
        over = true;
    }

    private void overlong(ScannedSegment segment) {
        if (message.isPresent()) {
            message.get().overlong(segment);
        } else {
            findings.report(SyntaxRule.SEGMENT_TOO_LONG, segment.place(0, 0), segment.excerpt(), SegmentScanner.LONGEST_SEGMENT);
        }
    }

    private void closeMessage(Place next) {
        message.ifPresent(open -> open.endWithoutTrailer(next));
        message = Optional.empty();
    }

    private void closeGroup(Place next) {
        group.ifPresent(open -> {
            var place = new Place("", "UNE", 0, 0, 0, next.offset(), next.line(), next.column());
            findings.report(SyntaxRule.UNE_MISSING, place, "", trailer("UNE", open.messages(), open.reference()), open.messages(),
                    open.reference());
            context.report().groupEnded();
        });
        group = Optional.empty();
    }

    private Optional<Fix> trailer(String tag, int count, String reference) {
        return Findings.likely(scanner.kinds().delimiters().trailer(tag, count, reference), Edit.INSERT);
    }

    private void mixed(ScannedSegment segment) {
        if (groups > 0 && ungrouped > 0) {
            findings.report(SyntaxRule.GROUPS_AND_MESSAGES_MIXED, segment.place(0, 0), segment.tag());
        }
    }

    private void misplaced(ScannedSegment segment) {
        findings.report(SyntaxRule.SERVICE_SEGMENT_MISPLACED, segment.place(0, 0), segment.excerpt(), segment.tag());
    }

    private void check(ScannedSegment segment) {
        context.characters().check(segment);
        context.service().segment(segment.tag()).ifPresent(table -> context.check().check(segment, table));
    }

    private Place here() {
        return new Place("", "", 0, 0, 0, scanner.offset(), scanner.line(), scanner.column());
    }
}
