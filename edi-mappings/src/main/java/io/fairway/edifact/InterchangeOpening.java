package io.fairway.edifact;

import java.io.IOException;
import java.util.Optional;

import io.fairway.document.finding.Place;

/** Finds the begin of the next interchange: past byte order marks, blank lines and other text, with or without UNA. */
final class InterchangeOpening {
    private static final int LONGEST_EXCERPT = 70;
    private static final int FULL_ADVICE = 6;
    private static final int SHORTEST_ADVICE = 4;
    private static final int LOOK_AHEAD = 64;

    private final SegmentScanner scanner;
    private final Findings findings;
    private final StringBuilder skipped = new StringBuilder();
    private long skippedBytes;
    private Place skippedFrom = Place.NOWHERE;
    private Optional<Delimiters> advice = Optional.empty();
    private long offset;

    InterchangeOpening(SegmentScanner scanner, Findings findings) {
        this.scanner = scanner;
        this.findings = findings;
    }

    /** Which interchange of the input is looked for. */
    enum Turn {
        FIRST, LATER
    }

    /** The scanner stands at UNB afterwards; false when there is none up to the end of the input. */
    boolean find(Turn turn) throws IOException {
        skipByteOrderMark();
        while (skippedBytes > 0 ? scanner.ensure(1) > 0 : scanner.skipBlank()) {
            if (skippedBytes == 0) {
                skippedFrom = here();
            }
            if (standsAtAdvice()) {
                reportSkipped();
                takeAdvice();
            } else if (standsAtHeader()) {
                reportSkipped();
                offset = advice.isPresent() ? offset : scanner.offset();
                return true;
            } else {
                skipOne();
            }
        }
        reportNothing(turn);
        return false;
    }

    /** What UNA says; empty without UNA. */
    Optional<Delimiters> advice() {
        return advice;
    }

    /** Where UNA, or else UNB, begins. */
    long offset() {
        return offset;
    }

    private void skipByteOrderMark() throws IOException {
        if (scanner.startsWith("\u00EF\u00BB\u00BF")) {
            findings.report(SyntaxRule.BYTE_ORDER_MARK, here(), "");
            scanner.skip(3);
        }
    }

    private boolean standsAtHeader() throws IOException {
        if (!scanner.startsWith("UNB") || scanner.ensure(6) < 4 || isWord(scanner.at(3))) {
            return false;
        }
        return skippedBytes == 0 || scanner.ensure(6) >= 6 && scanner.at(4) == 'U' && scanner.at(5) == 'N';
    }

    private boolean standsAtAdvice() throws IOException {
        return scanner.startsWith("UNA") && adviceLength() > 0;
    }

    /** Number of service characters between UNA and what must follow it; 0 when that is not UNA. */
    private int adviceLength() throws IOException {
        int available = scanner.ensure(LOOK_AHEAD);
        for (int length = FULL_ADVICE; length >= SHORTEST_ADVICE; length--) {
            if (isFollowed(3 + length, available) && !holdsLineBreak(3 + length)) {
                return length;
            }
        }
        // a line end as segment terminator
        return isFollowed(3 + FULL_ADVICE, available) ? FULL_ADVICE : 0;
    }

    private boolean isFollowed(int from, int available) {
        int at = from;
        while (at < available && isBlank(scanner.at(at))) {
            at++;
        }
        return at + 2 < available && scanner.at(at) == 'U' && scanner.at(at + 1) == 'N' && "BAH".indexOf(scanner.at(at + 2)) >= 0;
    }

    private boolean holdsLineBreak(int to) {
        for (int i = 3; i < to; i++) {
            if (scanner.at(i) == '\r' || scanner.at(i) == '\n') {
                return true;
            }
        }
        return false;
    }

    private void takeAdvice() throws IOException {
        int length = adviceLength();
        var place = here();
        if (advice.isPresent()) {
            findings.report(SyntaxRule.UNA_REPEATED, place, "");
        }
        offset = scanner.offset();
        var text = new StringBuilder();
        for (int i = 3; i < 3 + length; i++) {
            text.append((char) scanner.at(i));
        }
        if (length < FULL_ADVICE) {
            findings.report(SyntaxRule.UNA_SHORT, place, text.toString(), length);
        }
        var said = delimiters(text.toString());
        if (said.areUsable()) {
            advice = Optional.of(said);
        } else {
            findings.report(SyntaxRule.UNA_UNUSABLE, place, text.toString());
            advice = Optional.of(Delimiters.DEFAULT);
        }
        scanner.skip(3 + length);
    }

    /** Senders lose the blank, or the blank and the release character. */
    private static Delimiters delimiters(String said) {
        char release = said.length() == SHORTEST_ADVICE ? Delimiters.DEFAULT.release() : said.charAt(3);
        char reserved = said.length() == FULL_ADVICE ? said.charAt(4) : ' ';
        return new Delimiters(said.charAt(0), said.charAt(1), said.charAt(2), release, reserved, said.charAt(said.length() - 1));
    }

    private void skipOne() {
        if (skipped.length() < LONGEST_EXCERPT) {
            skipped.append((char) scanner.at(0));
        }
        skippedBytes++;
        scanner.skip(1);
    }

    private void reportSkipped() {
        if (skippedBytes > 0) {
            findings.report(SyntaxRule.TEXT_OUTSIDE_INTERCHANGE, skippedFrom, skipped.toString(), skippedBytes);
            skipped.setLength(0);
            skippedBytes = 0;
        }
    }

    private void reportNothing(Turn turn) {
        if (skipped.toString().startsWith("UNH") || advice.isPresent()) {
            findings.report(SyntaxRule.UNB_MISSING, skippedFrom, skipped.toString());
        } else if (turn == Turn.FIRST) {
            findings.report(SyntaxRule.NOT_EDIFACT, skippedBytes == 0 ? here() : skippedFrom, skipped.toString());
        } else {
            reportSkipped();
        }
    }

    private Place here() {
        return new Place("", "", 0, 0, 0, scanner.offset(), scanner.line(), scanner.column());
    }

    private static boolean isWord(int value) {
        return value >= 'A' && value <= 'Z' || value >= 'a' && value <= 'z' || value >= '0' && value <= '9' || value == ' ';
    }

    private static boolean isBlank(int value) {
        return value == '\r' || value == '\n' || value == ' ' || value == '\t';
    }
}
