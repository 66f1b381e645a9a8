package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.e;

import io.fairway.document.UnwritableDocumentException;
import io.fairway.edifact.Element;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One message while it is written. What does not fit its data element is refused by name, never cut: a clerk at the other side
 * would not know that something is missing. Times are written in local time, to the second. Not for several threads.
 */
final class MessageDraft {
    private static final int LONGEST_NUMBER = 18;
    private static final int LONGEST_REFERENCE = 35;

    private final List<Drafted> segments = new ArrayList<>();
    private final Dialect dialect;
    private final ZoneId zone;
    private final String ownNumber;

    /** @param ownNumber the hub's number of what is written, for a document whose own number does not fit */
    MessageDraft(Dialect dialect, ZoneId zone, String ownNumber) {
        this.dialect = dialect;
        this.zone = zone;
        this.ownNumber = ownNumber;
    }

    /** The number of an answer that somebody else numbered, or ours where theirs is longer than 1004 takes: never a part of it. */
    String answerNumber(String path, String theirs) {
        return mandatory(path, theirs.length() > LONGEST_REFERENCE ? ownNumber : theirs, LONGEST_REFERENCE);
    }

    Dialect dialect() {
        return dialect;
    }

    DirectoryRelease directory() {
        return dialect.directory();
    }

    void segment(String tag, Element... elements) {
        segments.add(new Drafted(tag, List.of(elements)));
    }

    /** The segments so far, UNH and UNT left out. */
    List<Drafted> segments() {
        return segments;
    }

    /** One segment. */
    record Drafted(String tag, List<Element> elements) {
    }

    /** BGM: document code, number, function. */
    void beginning(String code, String path, String reference, String function) {
        segment("BGM", e(code), e(mandatory(path, reference, 35)), e(function));
    }

    void reference(String qualifier, String path, String value) {
        if (!value.isEmpty()) {
            segment("RFF", e(qualifier, fit(path, value, 35)));
        }
    }

    void time(String qualifier, Instant instant) {
        String[] written = DateTimeFormat.write(instant, zone);
        segment("DTM", e(qualifier, written[0], written[1]));
    }

    void time(String qualifier, Optional<Instant> instant) {
        instant.ifPresent(present -> time(qualifier, present));
    }

    void date(String qualifier, LocalDate date) {
        String[] written = DateTimeFormat.write(date);
        segment("DTM", e(qualifier, written[0], written[1]));
    }

    /** LOC with a UN/LOCODE. */
    void location(String qualifier, Object unLocode) {
        segment("LOC", e(qualifier), e(unLocode.toString(), "139", "6"));
    }

    /** LOC with a code that the two sides agreed on. */
    void agreedLocation(String qualifier, String path, String code) {
        if (!code.isEmpty()) {
            segment("LOC", e(qualifier), e(fit(path, code, 25), "ZZZ", "ZZZ"));
        }
    }

    /** LOC+147: a cell of the ship. */
    void cell(String path, String cell) {
        if (!cell.isEmpty()) {
            segment("LOC", e("147"), e(fit(path, cell, 25), "", "5"));
        }
    }

    /** NAD with nothing but a code that the two sides agreed on. */
    void party(String qualifier, String path, String code) {
        if (!code.isEmpty()) {
            segment("NAD", e(qualifier), e(fit(path, code, 17), "160", "ZZZ"));
        }
    }

    void kilograms(String kind, String path, Optional<BigDecimal> weight) {
        weight.ifPresent(present -> segment("MEA", e("AAE"), e(kind), e("KGM", number(path, present))));
    }

    void count(String kind, int counted) {
        segment("CNT", e(kind, Integer.toString(counted)));
    }

    /** FTX: up to five lines of 70 characters. */
    void text(String subject, String path, String text) {
        if (!text.isEmpty()) {
            segment("FTX", e(subject), Element.NONE, Element.NONE, lines(path, text, 5, 70));
        }
    }

    static String mandatory(String path, String value, int longest) {
        if (value.isEmpty()) {
            throw new UnwritableDocumentException(path, "the message cannot do without it");
        }
        return fit(path, value, longest);
    }

    static String fit(String path, String value, int longest) {
        if (value.length() > longest) {
            throw new UnwritableDocumentException(path, "takes at most " + longest + " characters: " + KeptSegment.printable(value));
        }
        return value;
    }

    static String number(String path, BigDecimal value) {
        String plain = value.toPlainString();
        if (value.precision() > LONGEST_NUMBER || plain.length() > LONGEST_NUMBER + 2) {
            throw new UnwritableDocumentException(path, "takes at most " + LONGEST_NUMBER + " digits: " + KeptSegment.printable(plain));
        }
        return plain;
    }

    static void atMost(int limit, int actual, String path) {
        if (actual > limit) {
            throw new UnwritableDocumentException(path, "the message takes at most " + limit + ", here are " + actual);
        }
    }

    /** The text cut at blanks into components that a reader joins by blanks again. */
    static Element lines(String path, String text, int count, int width) {
        var lines = new ArrayList<String>();
        String rest = text;
        while (rest.length() > width) {
            int cut = rest.lastIndexOf(' ', width);
            if (cut <= 0 || rest.length() == cut + 1) {
                throw new UnwritableDocumentException(path, "has no blank to be cut at within " + width + " characters");
            }
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut + 1);
        }
        lines.add(rest);
        if (lines.size() > count || lines.stream().anyMatch(line -> line.isBlank() || line.startsWith(" ") || line.endsWith(" "))) {
            throw new UnwritableDocumentException(path, "does not fit " + count + " lines of " + width + " characters");
        }
        return new Element(List.copyOf(lines));
    }

    static Element linesOrNone(String path, String text, int count, int width) {
        return text.isEmpty() ? Element.NONE : lines(path, text, count, width);
    }
}
