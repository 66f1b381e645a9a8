package io.fairway.xml;

import io.fairway.document.finding.Place;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Where things are in the input. The JDK's parser loses count of characters when a line end or a character outside the basic
 * plane falls on the edge of its buffer, so the start tags are found again here, in the characters it was given: as the parser
 * vouches for their form, telling tags, comments, CDATA and processing instructions apart is enough.
 */
final class XmlPositions {
    private static final int FIRST_WINDOW = 16 * 1024;

    private final Charset charset;
    private char[] window = new char[FIRST_WINDOW];
    private int start;
    private int end;
    private long offset;
    private int line = 1;
    private long lineStart;
    private boolean afterCarriageReturn;

    XmlPositions(XmlEncoding encoding) {
        this.charset = encoding.charset();
        this.offset = encoding.markBytes();
        this.lineStart = offset;
    }

    /** Characters the parser was given; kept until passed. */
    void handedOut(char[] source, int from, int count) {
        if (end + count > window.length) {
            int kept = end - start;
            char[] target = kept + count > window.length / 2 ? new char[2 * (kept + count)] : window;
            System.arraycopy(window, start, target, 0, kept);
            window = target;
            start = 0;
            end = kept;
        }
        System.arraycopy(source, from, window, end, count);
        end += count;
    }

    /** Goes on to right after the next start tag. */
    Place afterNextStartTag(String path) {
        while (start < end) {
            if (window[start] != '<') {
                step();
            } else if (looksAt("<!--")) {
                stepAfter("-->");
            } else if (looksAt("<![CDATA[")) {
                stepAfter("]]>");
            } else if (looksAt("<?")) {
                stepAfter("?>");
            } else if (looksAt("</")) {
                stepAfter(">");
            } else {
                stepAfterStartTag();
                return here(path);
            }
        }
        return here(path);
    }

    /** Goes on by some characters, as far as there are any. */
    Place ahead(long characters, String path) {
        for (long i = 0; i < characters && start < end; i++) {
            step();
        }
        return here(path);
    }

    Place here(String path) {
        return new Place("", path, 0, 0, 0, offset, line, (int) (offset - lineStart + 1));
    }

    private boolean looksAt(String text) {
        if (end - start < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (window[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void stepAfter(String text) {
        while (start < end && !looksAt(text)) {
            step();
        }
        ahead(text.length(), "");
    }

    private void stepAfterStartTag() {
        char quote = 0;
        while (start < end) {
            char c = window[start];
            step();
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return;
            }
        }
    }

    private void step() {
        char c = window[start++];
        offset += bytesOf(c);
        if (c == '\n' && afterCarriageReturn) {
            lineStart = offset;
        } else if (c == '\n' || c == '\r') {
            line++;
            lineStart = offset;
        }
        afterCarriageReturn = c == '\r';
    }

    /** A character outside the basic plane is counted whole at its first half. */
    private int bytesOf(char c) {
        if (charset.equals(StandardCharsets.UTF_16BE) || charset.equals(StandardCharsets.UTF_16LE)) {
            return 2;
        }
        if (c < 0x80) {
            return 1;
        }
        if (Character.isLowSurrogate(c)) {
            return 0;
        }
        if (charset.equals(StandardCharsets.UTF_8)) {
            return Character.isHighSurrogate(c) ? 4 : c < 0x800 ? 2 : 3;
        }
        String whole = Character.isHighSurrogate(c) && start < end ? new String(new char[] {c, window[start]}) : String.valueOf(c);
        return whole.getBytes(charset).length;
    }
}
