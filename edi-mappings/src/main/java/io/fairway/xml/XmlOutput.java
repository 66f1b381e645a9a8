package io.fairway.xml;

import io.fairway.document.UnwritableDocumentException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes an XML 1.0 document in UTF-8, two blanks per level. Blanks and line breaks around a value are layout and not written;
 * an element that ends up with neither text nor attribute nor child is left out, so that optional values need no questions.
 * The same calls give the same bytes. Not thread-safe.
 */
public final class XmlOutput {
    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<Frame> open = new ArrayDeque<>();

    private static final class Frame {
        private final String name;
        private final StringBuilder attributes = new StringBuilder();
        private boolean written;
        private boolean inline;

        private Frame(String name) {
            this.name = name;
        }
    }

    /** Begins an element; it appears once something is in it. */
    public XmlOutput open(String name) {
        open.push(new Frame(name));
        return this;
    }

    /** Begins an element that appears also when nothing is in it. */
    public XmlOutput openAlways(String name) {
        open(name);
        writeOpenTags();
        return this;
    }

    /** @param value left out when empty; @param path member of the document it comes from, for the refusal */
    public XmlOutput attribute(String path, String name, String value) {
        String written = value.strip();
        if (!written.isEmpty()) {
            StringBuilder attributes = open.element().attributes;
            attributes.append(' ').append(name).append("=\"");
            escape(path, written, attributes);
            attributes.append('"');
        }
        return this;
    }

    /** Text of the element opened last, which must have no children. */
    public XmlOutput text(String path, String value) {
        String written = value.strip();
        if (!written.isEmpty()) {
            writeOpenTags();
            open.element().inline = true;
            escape(path, written, text);
        }
        return this;
    }

    public XmlOutput close() {
        if (!open.element().written && !open.element().attributes.isEmpty()) {
            writeOpenTags();
        }
        Frame frame = open.pop();
        if (frame.written) {
            if (!frame.inline) {
                indent(open.size());
            }
            text.append("</").append(frame.name).append(">\n");
        }
        return this;
    }

    /** One element with text only. */
    public XmlOutput leaf(String path, String name, String value) {
        return open(name).text(path, value).close();
    }

    /**
     * One element with text of limited length on one line.
     *
     * @param limit characters (code points) the schema allows
     * @throws UnwritableDocumentException when the value is longer or has line breaks; nothing is ever cut
     */
    public XmlOutput leaf(String path, String name, String value, int limit) {
        return open(name).text(path, limited(path, value, limit)).close();
    }

    /** The value, when it has at most {@code limit} code points and no line break. */
    public static String limited(String path, String value, int limit) {
        String written = value.strip();
        if (written.codePointCount(0, written.length()) > limit) {
            throw new UnwritableDocumentException(path, "the form has room for " + limit + " characters, the value has "
                    + written.codePointCount(0, written.length()));
        }
        if (written.indexOf('\n') >= 0 || written.indexOf('\r') >= 0) {
            throw new UnwritableDocumentException(path, "the form has no line breaks in values");
        }
        return written;
    }

    public byte[] bytes() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Element " + open.element().name + " is still open");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void writeOpenTags() {
        var outermostFirst = open.descendingIterator();
        int level = 0;
        while (outermostFirst.hasNext()) {
            Frame frame = outermostFirst.next();
            if (!frame.written) {
                indent(level);
                text.append('<').append(frame.name).append(frame.attributes).append('>');
                frame.written = true;
                boolean innermost = !outermostFirst.hasNext();
                frame.inline = innermost;
                if (!innermost) {
                    text.append('\n');
                }
            } else if (frame.inline && outermostFirst.hasNext()) {
                frame.inline = false;
                text.append('\n');
            }
            level++;
        }
    }

    private void indent(int level) {
        text.append("  ".repeat(level));
    }

    private static void escape(String path, String value, StringBuilder into) {
        for (int at = 0; at < value.length(); at += Character.charCount(value.codePointAt(at))) {
            int character = value.codePointAt(at);
            switch (character) {
                case '&' -> into.append("&amp;");
                case '<' -> into.append("&lt;");
                case '>' -> into.append("&gt;");
                case '"' -> into.append("&quot;");
                case '\t', '\n', '\r' -> into.append("&#").append(character).append(';');
                default -> into.appendCodePoint(allowed(path, character));
            }
        }
    }

    /** XML 1.0, 2.2: what is a character at all. */
    private static int allowed(String path, int character) {
        boolean isAllowed = character >= 0x20 && character <= 0xD7FF || character >= 0xE000 && character <= 0xFFFD || character >= 0x10000;
        if (!isAllowed) {
            throw new UnwritableDocumentException(path, "XML 1.0 cannot hold character U+%04X".formatted(character));
        }
        return character;
    }
}
