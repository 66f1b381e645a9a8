package io.fairway.edifact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

import static io.fairway.edifact.CharacterKinds.ESCAPE;
import static io.fairway.edifact.CharacterKinds.ORDINARY;
import static io.fairway.edifact.CharacterKinds.RELEASE;
import static io.fairway.edifact.CharacterKinds.SHIFT;
import static io.fairway.edifact.CharacterKinds.TERMINATOR;

/** Splits a stream into segments. Holds one buffer, of 64 KiB at most, and one segment view, whatever the input. */
final class SegmentScanner {
    /** A segment of the directories has at most some 5,000 characters. */
    static final int LONGEST_SEGMENT = 32 * 1024;
    private static final int SMALL_BUFFER = 2 * 1024;
    private static final int LARGE_BUFFER = 64 * 1024;
    private static final int LONGEST_EXCERPT = 200;
    private static final int LONGEST_LOOK_AHEAD = 8 * 1024;
    private static final int LONGEST_REST = 512;
    private static final int TAG_LENGTH = 3;

    private final InputStream input;
    private byte[] buffer = new byte[SMALL_BUFFER];
    private final ScannedSegment segment;
    private CharacterKinds kinds = CharacterKinds.beforeTheEnvelope(Delimiters.DEFAULT);
    private byte[] table = kinds.table();
    /** Where the bytes begin that must stay: those of the last segment until the next one is scanned. */
    private int held;
    private int position;
    private int limit;
    private long base;
    private int line = 1;
    private long lineStart;

    /** What the last call found. */
    enum Scan {
        SEGMENT,
        /** The input ended inside the segment. */
        UNTERMINATED,
        /** Longer than the limits; skipped to its end. */
        OVERLONG,
        END
    }

    SegmentScanner(InputStream input, ShortTexts shortTexts) {
        this.input = input;
        this.segment = new ScannedSegment(shortTexts);
    }

    void use(CharacterKinds next) {
        kinds = next;
        table = next.table();
        segment.use(next);
    }

    CharacterKinds kinds() {
        return kinds;
    }

    /** The view of the last segment; valid until the next one is scanned. */
    ScannedSegment segment() {
        return segment;
    }

    Scan next() throws IOException {
        if (!skipBlank()) {
            return Scan.END;
        }
        held = position;
        segment.begin(buffer, position, base + position, line, lineStart);
        int i = position;
        while (true) {
            while (i >= limit) {
                int scanned = i - position;
                if (scanned >= LONGEST_SEGMENT) {
                    return skipOverlong();
                }
                if (!fill()) {
                    return end(limit - position, limit, Scan.UNTERMINATED);
                }
                i = position + scanned;
            }
            byte kind = table[buffer[i] & 0xFF];
            while (kind == ORDINARY && ++i < limit) {
                kind = table[buffer[i] & 0xFF];
            }
            if (i >= limit) {
                continue;
            }
            if (kind == TERMINATOR && i - position <= LONGEST_SEGMENT) {
                return end(i - position, i + 1, Scan.SEGMENT);
            }
            if (kind == TERMINATOR || !segment.service(kind, i - position)) {
                return skipOverlong();
            }
            int scanned = i - position;
            int width = width(kind, scanned);
            i = position + scanned + width;
        }
    }

    /** How many bytes the character covers: a released one takes its follower with it, a shift all up to the shift back. */
    private int width(byte kind, int scanned) throws IOException {
        if (kind == RELEASE) {
            return 2;
        }
        if (kind != SHIFT) {
            return 1;
        }
        for (int index = scanned + 3; index < LONGEST_SEGMENT && ensure(index + 3) >= index + 3; index++) {
            if (at(index) == ESCAPE && at(index + 1) == '(') {
                return index + 3 - scanned;
            }
        }
        return 1;
    }

    /** Goes back to the begin of the last segment, to read it again in another way. */
    void rewind() {
        position = (int) (segment.offset() - base);
        line = segment.line();
        lineStart = segment.lineStart();
    }

    private Scan end(int length, int next, Scan scan) {
        segment.end(length);
        if (segment.mayHoldLineBreaks()) {
            countLines(position, next);
        }
        position = next;
        return scan;
    }

    private void countLines(int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] == '\n') {
                line++;
                lineStart = base + i + 1;
            }
        }
    }

    private Scan skipOverlong() throws IOException {
        segment.end(Math.min(limit - position, SegmentScanner.LONGEST_EXCERPT));
        segment.detach();
        held = position;
        boolean released = false;
        while (ensure(1) > 0) {
            byte kind = table[buffer[position] & 0xFF];
            skip(1);
            if (kind == TERMINATOR && !released) {
                return Scan.OVERLONG;
            }
            released = kind == RELEASE && !released;
        }
        return Scan.OVERLONG;
    }

    /**
     * Looks at the tags of the segments behind the last one, as far as they are near.
     *
     * @return how many tags were put into the array
     */
    int upcomingTags(int[] codes) throws IOException {
        int count = 0;
        int index = 0;
        while (count < codes.length && index < LONGEST_LOOK_AHEAD && ensure(index + 4) >= index + 4) {
            if (isBlank(at(index))) {
                index++;
                continue;
            }
            codes[count++] = tagCode(index);
            while (index < LONGEST_LOOK_AHEAD && ensure(index + 1) > index && table[at(index)] != TERMINATOR) {
                index += table[at(index)] == RELEASE ? 2 : 1;
            }
            index++;
        }
        return count;
    }

    /** The code of the tag at the index; what wraps it is no part of it. */
    private int tagCode(int index) throws IOException {
        var tag = charactersFrom(index, TAG_LENGTH);
        return tag.length() < TAG_LENGTH ? 0 : tag.charAt(0) << 16 | tag.charAt(1) << 8 | tag.charAt(2);
    }

    /** So many characters from the index on, without line ends; fewer when none follow. */
    private String charactersFrom(int index, int count) throws IOException {
        var found = new StringBuilder(count);
        for (int i = index; found.length() < count && i - index < LONGEST_REST && ensure(i + 1) > i; i++) {
            if (at(i) != '\n' && at(i) != '\r') {
                found.append((char) at(i));
            }
        }
        return found.toString();
    }

    /**
     * What was cut off from the last segment by a terminator inside a text.
     *
     * @param text as it stands, with the release characters that are missing
     * @param segments how many segments it looks like
     */
    record Rest(String text, int segments) {
    }

    /**
     * Looks whether a text goes on behind the last segment: when neither a line end nor anything like a tag follows.
     *
     * @param isTag whether a word of two to four letters, not quite a tag, is one that was misspelt
     */
    Optional<Rest> rest(Predicate<String> isTag) throws IOException {
        if (ensure(5) < 5 || beginsSegment(0, isTag)) {
            return Optional.empty();
        }
        var text = new ByteArrayOutputStream();
        int segments = 1;
        putTerminator(text);
        for (int index = 0; index < LONGEST_REST && ensure(index + 2) > index; index++) {
            byte kind = table[at(index)];
            if (kind == CharacterKinds.ELEMENT || kind == CharacterKinds.COMPONENT || kind == CharacterKinds.REPETITION
                    || kind == TERMINATOR && (ensure(index + 6) < index + 6 || beginsSegment(index + 1, isTag))) {
                return Optional.of(new Rest(text.toString(kinds.decoding()), segments));
            }
            if (kind == TERMINATOR) {
                segments++;
                putTerminator(text);
                continue;
            }
            text.write(at(index));
            if (kind == RELEASE) {
                text.write(at(++index));
            }
        }
        return Optional.empty();
    }

    private void putTerminator(ByteArrayOutputStream text) {
        text.write(kinds.delimiters().release());
        text.write(kinds.delimiters().terminator());
    }

    private boolean beginsSegment(int behind, Predicate<String> isTag) throws IOException {
        int index = behind;
        while (index - behind < LONGEST_REST && ensure(index + 6) > index && at(index) == ' ') {
            index++;
        }
        if (index >= limit - position || at(index) < ' ') {
            return true;
        }
        var near = charactersFrom(index, 6);
        int length = 0;
        while (length < 5 && length < near.length() && isWord(near.charAt(length))) {
            length++;
        }
        boolean ended = length < near.length() && isEnd(near.charAt(length));
        if (length == TAG_LENGTH && ended) {
            return true;
        }
        boolean more = length < near.length();
        boolean runIn = more && length == TAG_LENGTH && near.charAt(TAG_LENGTH) != ' ' || length > TAG_LENGTH && Character.isDigit(near.charAt(TAG_LENGTH));
        boolean misspelt = ended && (length == 2 || length == 4);
        return runIn && isTag.test(near.substring(0, TAG_LENGTH)) || misspelt && isTag.test(near.substring(0, length));
    }

    private boolean isEnd(char character) {
        byte kind = table[character & 0xFF];
        return kind == CharacterKinds.ELEMENT || kind == TERMINATOR || kind == CharacterKinds.COMPONENT;
    }

    private static boolean isWord(int value) {
        return value >= 'A' && value <= 'Z' || value >= 'a' && value <= 'z' || value >= '0' && value <= '9';
    }

    /** Skips line ends, blanks and an end-of-file mark between segments; false at the end of the input. */
    boolean skipBlank() throws IOException {
        while (ensure(1) > 0) {
            if (!isBlank(at(0))) {
                return true;
            }
            skip(1);
        }
        return false;
    }

    private static boolean isBlank(int value) {
        return value == '\n' || value == '\r' || value == ' ' || value == '\t' || value == 0x1A;
    }

    /** Tries to have this many unread bytes in the buffer; gives how many there are. */
    int ensure(int count) throws IOException {
        while (limit - position < count && fill()) {
            // one read may bring less than is wanted
        }
        return limit - position;
    }

    /** The unread byte at the index; the caller has ensured that it is there. */
    int at(int index) {
        return buffer[position + index] & 0xFF;
    }

    boolean startsWith(String ascii) throws IOException {
        if (ensure(ascii.length()) < ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (at(i) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether UNA or UNB follows, perhaps with other service characters. */
    boolean standsAtInterchange() throws IOException {
        return skipBlank() && at(0) == 'U' && (startsWith("UNA") || startsWith("UNB"));
    }

    void skip(int count) {
        countLines(position, position + count);
        position += count;
        held = position;
    }

    long offset() {
        return base + position;
    }

    int line() {
        return line;
    }

    int column() {
        return (int) (base + position - lineStart) + 1;
    }

    private boolean fill() throws IOException {
        if (held > 0) {
            System.arraycopy(buffer, held, buffer, 0, limit - held);
            base += held;
            limit -= held;
            position -= held;
            held = 0;
            segment.moved(buffer, 0);
        }
        if (limit == buffer.length && limit < LARGE_BUFFER) {
            buffer = Arrays.copyOf(buffer, LARGE_BUFFER);
            segment.moved(buffer, 0);
        }
        int read = input.read(buffer, limit, buffer.length - limit);
        if (read > 0) {
            limit += read;
        }
        return read > 0;
    }
}
