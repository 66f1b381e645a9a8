package io.fairway.command;

import io.fairway.document.Envelope;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Printable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The segment, or the line of XML, that a finding is about, and where in it to point.
 *
 * @param before what stands before the value
 * @param value what the caret stands under; empty when something is missing there
 */
record Excerpt(String before, String value, String after) {
    private static final int REACH = 2000;
    private static final int OPENING = 64;
    private static final int LONGEST = 110;
    private static final int SHOWN_BEFORE = 70;

    /** The excerpt at the place; empty when the place is not known, or nothing is there. */
    static Optional<Excerpt> of(RandomAccessFile file, Optional<Envelope> envelope, Place place) throws IOException {
        if (place.offset() < 0 || place.offset() >= file.length()) {
            return Optional.empty();
        }
        long from = Math.max(0, place.offset() - REACH);
        byte[] window = read(file, from, 2 * REACH);
        int at = (int) (place.offset() - from);
        Optional<Envelope> edifact = envelope.filter(known -> known.syntax() == Envelope.Syntax.EDIFACT);
        if (edifact.isEmpty()) {
            return Optional.of(line(window, at));
        }
        return Optional.of(segment(window, at, WireSyntax.of(read(file, edifact.get().offset(), OPENING)), place));
    }

    private static byte[] read(RandomAccessFile file, long from, int most) throws IOException {
        byte[] bytes = new byte[(int) Math.min(most, file.length() - from)];
        file.seek(from);
        file.readFully(bytes);
        return bytes;
    }

    private static Excerpt segment(byte[] window, int at, WireSyntax syntax, Place place) {
        int start = syntax.startOfSegment(window, at);
        int end = syntax.endOfSegment(window, at);
        int stop = place.element() == 0 ? Math.min(end, at + 3) : syntax.endOfComponent(window, at).orElse(end);
        return cut(window, start, at, Math.max(at, Math.min(stop, end)), Math.min(window.length, end + 1));
    }

    private static Excerpt line(byte[] window, int at) {
        int start = at;
        while (start > 0 && window[start - 1] != '\n') {
            start--;
        }
        int end = at;
        while (end < window.length && window[end] != '\n' && window[end] != '\r') {
            end++;
        }
        int stop = at;
        while (stop < end && window[stop] != '<' && window[stop] != '"' && window[stop] != '\'') {
            stop++;
        }
        return cut(window, start, at, stop == at ? Math.min(at + 1, end) : stop, end);
    }

    private static Excerpt cut(byte[] window, int start, int at, int stop, int end) {
        Charset charset = StandardCharsets.UTF_8;
        String before = printable(new String(window, start, at - start, charset));
        String value = Printable.of(printable(new String(window, at, stop - at, charset)));
        String after = printable(new String(window, stop, end - stop, charset));
        if (before.length() > SHOWN_BEFORE) {
            before = "…" + before.substring(before.length() - SHOWN_BEFORE + 1);
        }
        int room = Math.max(0, LONGEST - before.length() - value.length());
        return new Excerpt(before, value, after.length() > room ? after.substring(0, room) + "…" : after);
    }

    private static String printable(String text) {
        return text.codePoints().filter(character -> character != '\r' && character != '\n')
                .map(character -> Character.isISOControl(character) || character == 0xFFFD ? '?' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    String line() {
        return before + value + after;
    }

    /** Blanks up to the value, then one mark per column of it, at least one. */
    String caret() {
        return " ".repeat(width(before)) + "^".repeat(Math.max(1, width(value)));
    }

    /** Columns on a screen: ideographs take two. */
    private static int width(String text) {
        return text.codePoints().map(character -> isWide(character) ? 2 : 1).sum();
    }

    private static boolean isWide(int character) {
        return Character.isIdeographic(character) || character >= 0x3000 && character <= 0x30FF || character >= 0xFF01 && character <= 0xFF60
                || character >= 0xAC00 && character <= 0xD7A3;
    }
}
