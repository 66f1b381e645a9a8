package io.fairway.edifact;

import java.io.IOException;
import java.util.Optional;

import io.fairway.document.MessageHead;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.finding.Edit;
import io.fairway.document.finding.Fix;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Printable;

/** Reads one message from UNH to UNT. */
final class MessageReading {
    private static final int SHORTEST_TEXT = 12;
    private static final int LONGEST_FIX = 350;
    /** Messages of more segments are never taken to be without repetition. */
    private static final int MOST_COMPARED = 64;

    private final MessageHead head;
    private final Context context;
    private final Findings findings;
    private final Optional<Body> body;
    private int segments = 1;
    private final long[] prints = new long[MOST_COMPARED];
    private int compared;
    private boolean doubled;
    private int fragments;
    private int toPassOver;

    /** What messages of one interchange share. */
    record Context(SegmentScanner scanner, Directories directories, Directory service, Findings findings, SegmentCheck check,
                   CharacterCheck characters, InterchangeHandler handler, SyntaxReportBuilder report, Overlay agreed) {
    }

    /** The parts that only exist when the message can be read. */
    private record Body(MessageTable table, GroupMatcher matcher, SegmentHandler handler) {
    }

    private MessageReading(MessageHead head, Context context, Optional<Body> body) {
        this.head = head;
        this.context = context;
        this.findings = context.findings();
        this.body = body;
    }

    static MessageReading start(ScannedSegment header, Context context) {
        var head = new MessageHead(Printable.of(header.text(1, 1)), type(header));
        header.locate(head.reference(), 1);
        context.findings().messageStarted();
        var hearer = context.handler().messageStarted(head);
        context.check().use("ISO 9735");
        context.characters().check(header);
        if (!isVersionless(header)) {
            context.service().segment("UNH").ifPresent(table -> context.check().check(header, table));
        }
        var table = table(header, context);
        if (hearer.isEmpty() && table.isPresent()) {
            context.findings().report(SyntaxRule.MESSAGE_TYPE_UNSUPPORTED, header.place(2, 1), head.type());
        }
        return new MessageReading(head, context, hearer.flatMap(handler -> table.map(found ->
                new Body(found, new GroupMatcher(found, context.findings(), handler, context.scanner()), handler))));
    }

    private static String type(ScannedSegment header) {
        var type = new StringBuilder(header.text(2, 1));
        for (int component = 2; component <= 5; component++) {
            type.append(':').append(header.text(2, component));
        }
        while (!type.isEmpty() && type.charAt(type.length() - 1) == ':') {
            type.setLength(type.length() - 1);
        }
        return Printable.of(type.toString());
    }

    /** Some senders give the message type alone: that is told once, as a directory that is assumed. */
    private static boolean isVersionless(ScannedSegment header) {
        return !header.text(2, 1).isEmpty() && (header.text(2, 2).isEmpty() || header.text(2, 3).isEmpty());
    }

    private static Optional<MessageTable> table(ScannedSegment header, Context context) {
        var type = header.text(2, 1);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        var version = header.text(2, 2);
        var release = header.text(2, 3);
        var exact = context.directories().of(type, version, release, context.service());
        var directory = exact.or(() -> context.directories().nearest(type, version, release));
        var overlay = context.directories().overlay(header.text(2, 5)).and(context.agreed());
        var table = directory.flatMap(found -> found.message(type, overlay));
        if (directory.isEmpty()) {
            context.findings().report(SyntaxRule.DIRECTORY_UNKNOWN, header.place(2, 2), version + ":" + release);
        } else if (table.isEmpty()) {
            context.findings().report(SyntaxRule.MESSAGE_TYPE_UNKNOWN, header.place(2, 1), type,
                    Guess.of(type, directory.get().messageTypes()).flatMap(Findings::likely), version + "." + release);
        } else if (exact.isEmpty()) {
            context.findings().report(SyntaxRule.DIRECTORY_ASSUMED, header.place(2, 2), version + ":" + release,
                    table.get().directory());
        }
        table.ifPresent(found -> {
            context.findings().judgeBy(found.directory());
            context.check().use(found.directory());
        });
        return table;
    }

    String reference() {
        return head.reference();
    }

    /** Says which one of the message the segment is. */
    void locate(ScannedSegment segment) {
        segments++;
        segment.locate(head.reference(), segments);
    }

    void segment(ScannedSegment segment) throws IOException {
        locate(segment);
        if (!doubled) {
            compare(segment.print());
        }
        if (body.isEmpty()) {
            return;
        }
        if (toPassOver > 0) {
            toPassOver--;
            fragments++;
            return;
        }
        var matcher = body.get().matcher();
        if (runsIntoItsTag(segment, matcher)) {
            matcher.place(segment, TagCode.of(segment.tag().substring(0, 3)));
            return;
        }
        if (!TagCode.isWellFormed(segment.tag()) && matcher.meant(segment.tag()).isEmpty()) {
            fragments++;
            var escaped = "" + segment.kinds().delimiters().release() + segment.kinds().delimiters().terminator() + segment.excerpt();
            findings.report(SyntaxRule.SEGMENT_TAG_INVALID, segment.place(0, 0), segment.excerpt(), Findings.likely(escaped));
            return;
        }
        context.characters().check(segment);
        var rest = context.scanner().rest(word -> matcher.meant(word).isPresent());
        var table = matcher.place(segment, TagCode.of(segment.tag()));
        if (rest.isPresent() && table.isPresent() && endsInText(segment, table.get())) {
            cutOffText(segment, rest.get());
        } else if (table.isPresent()) {
            context.check().check(segment, table.get());
        }
        body.get().handler().segment(segment);
    }

    /** Whether a segment came before, anywhere in the message: then a count that is too low may mean that it should not have come twice. */
    private void compare(long print) {
        for (int i = 0; i < compared; i++) {
            doubled |= prints[i] == print;
        }
        doubled |= compared == MOST_COMPARED;
        if (!doubled) {
            prints[compared++] = print;
        }
    }

    /** Whether the separator behind the tag is missing, or another character stands for it; that is told. */
    private boolean runsIntoItsTag(ScannedSegment segment, GroupMatcher matcher) {
        var tag = segment.tag();
        if (tag.length() < 4 || !TagCode.isWellFormed(tag.substring(0, 3)) || Character.isLetter(tag.charAt(3)) || tag.charAt(3) == ' '
                || matcher.meant(tag.substring(0, 3)).isEmpty()) {
            return false;
        }
        var rest = Character.isDigit(tag.charAt(3)) ? 3 : 4;
        var fix = segment.plainText(LONGEST_FIX).flatMap(text -> Findings.likely(text.substring(0, 3)
                + segment.kinds().delimiters().element() + text.substring(rest), Edit.SEGMENT));
        findings.report(SyntaxRule.SEPARATOR_MISSING, segment.place(0, 0), segment.excerpt(), fix, tag.substring(0, 3));
        return true;
    }

    /** Whether the last value of the segment is a text that may hold a terminator; codes and numbers never do. */
    private static boolean endsInText(ScannedSegment segment, SegmentTable table) {
        int element = segment.elements();
        int component = segment.components(element);
        if (element == 0 || element > table.positions().size() || component > table.positions().get(element - 1).components().size()) {
            return false;
        }
        var last = table.positions().get(element - 1).components().get(component - 1).element();
        return last.form() == DataElement.Form.AN && last.maximum() >= SHORTEST_TEXT;
    }

    private void cutOffText(ScannedSegment segment, SegmentScanner.Rest rest) {
        int element = segment.elements();
        int component = segment.components(element);
        int index = segment.index(element, component);
        findings.report(SyntaxRule.TERMINATOR_NOT_RELEASED, segment.place(element, component), segment.decode(index),
                Findings.likely(segment.raw(index) + rest.text(), Edit.RELEASE));
        toPassOver = rest.segments();
    }

    /** A segment that the scanner could not take as a whole. */
    void overlong(ScannedSegment segment) {
        locate(segment);
        findings.report(SyntaxRule.SEGMENT_TOO_LONG, segment.place(0, 0), segment.excerpt(), SegmentScanner.LONGEST_SEGMENT);
    }

    void end(ScannedSegment trailer) {
        locate(trailer);
        if (segments == 2) {
            body.ifPresent(open -> open.matcher().abandon());
            findings.report(SyntaxRule.MESSAGE_EMPTY, trailer.place(0, 0), "");
        } else {
            body.ifPresent(open -> open.matcher().end(trailer));
        }
        context.characters().check(trailer);
        context.service().segment("UNT").ifPresent(table -> context.check().check(trailer, table));
        boolean isSound = findings.messageErrors() == 0 && !findings.hasUnknownSegments() && !doubled;
        var trust = isSound ? Trailer.Trust.COMPLETE : Trailer.Trust.DOUBTED;
        // what an unescaped terminator has cut off was no segment to its sender
        int meant = trailer.text(1, 1).equals(String.valueOf(segments - fragments)) ? segments - fragments : segments;
        Trailer.check(trailer, meant, head.reference(), Trailer.Rules.MESSAGE, trust, findings);
        close();
    }

    /** The message has no trailer; {@code next} is where it should have been. */
    void endWithoutTrailer(Place next) {
        body.ifPresent(open -> open.matcher().abandon());
        var place = new Place(head.reference(), "UNT", segments + 1, 0, 0, next.offset(), next.line(), next.column());
        Optional<Fix> trailer = Findings.likely(context.scanner().kinds().delimiters().trailer("UNT", segments + 1, head.reference()), Edit.INSERT);
        findings.report(SyntaxRule.UNT_MISSING, place, "", trailer, segments + 1, head.reference());
        close();
    }

    /** The input ended inside the message; the fault has been reported. */
    void cutOff(Place place) {
        body.ifPresent(open -> open.matcher().abandon());
        findings.rejectMessageFor(SyntaxRule.INPUT_TRUNCATED, place);
        close();
    }

    private void close() {
        context.report().messageEnded(head);
        context.handler().messageEnded(head, segments, findings.messageErrors() == 0 ? Verdict.CLEAN : Verdict.SYNTAX_ERRORS);
        findings.messageEnded();
    }
}
