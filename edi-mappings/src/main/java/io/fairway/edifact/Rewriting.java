package io.fairway.edifact;

import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.finding.Place;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes an interchange again as it came, byte for byte, but for what is changed: UNA, service characters, line ends, release
 * characters that were not necessary and whatever stands around the interchange stay as they are. The counts of UNT follow the
 * segments that are put in or taken out. Values are released and encoded as the interchange says; what its charset cannot hold is
 * refused. Not for several threads.
 */
public final class Rewriting {
    private final byte[] original;
    private final InterchangeHead head;
    private final Map<Integer, Patch> patches = new TreeMap<>();
    private final Map<Integer, Integer> segmentsMore = new TreeMap<>();

    /**
     * @param original the transmission that the interchange stands in; not to be changed afterwards
     * @param head what the reader told of the interchange
     */
    public Rewriting(byte[] original, InterchangeHead head) {
        this.original = original;
        this.head = head;
    }

    /** Bytes of the original up to {@code to}, exclusively, and what takes their place. */
    private record Patch(int to, byte[] bytes) {
    }

    /**
     * Gives the component that begins at the place another value.
     *
     * @throws UnwritableDocumentException when the charset of the interchange cannot hold the value
     * @throws IllegalArgumentException when the place has no offset in the original, or is changed already
     */
    public Rewriting replace(Place place, String value) {
        int from = offset(place);
        return patch(from, endOfValue(from), released(value, place));
    }

    /** Takes out the segment at the place, with the line end behind it. */
    public Rewriting remove(Place segment) {
        int from = offset(segment);
        segmentsMore.put(from, -1);
        return patch(from, endOfSegment(from), new byte[0]);
    }

    /** Puts a segment before the one at the place, on a line of its own where that one's neighbour has one. */
    public Rewriting insert(Place before, String tag, Element... elements) {
        int at = offset(before);
        var text = new ByteArrayOutputStream();
        text.writeBytes(tag.getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < elements.length; i++) {
            text.write(head.delimiters().element());
            var components = elements[i].components();
            for (int j = 0; j < components.size(); j++) {
                if (j > 0) {
                    text.write(head.delimiters().component());
                }
                text.writeBytes(released(components.get(j), before));
            }
        }
        text.write(head.delimiters().terminator());
        text.writeBytes(Arrays.copyOfRange(original, endOfLineBefore(at), at));
        segmentsMore.put(at, 1);
        return patch(at, at, text.toByteArray());
    }

    /** The whole transmission with the changes in it. */
    public byte[] toBytes() {
        if (!segmentsMore.isEmpty()) {
            correctCounts();
        }
        var written = new ByteArrayOutputStream(original.length + 64);
        int copied = 0;
        for (var patch : patches.entrySet()) {
            written.write(original, copied, patch.getKey() - copied);
            written.writeBytes(patch.getValue().bytes());
            copied = patch.getValue().to();
        }
        written.write(original, copied, original.length - copied);
        return written.toByteArray();
    }

    private void correctCounts() {
        int header = headerAt();
        var scanner = new SegmentScanner(new ByteArrayInputStream(original, header, original.length - header), new ShortTexts());
        scanner.use(kinds());
        int begin = header;
        try {
            while (scanner.next() == SegmentScanner.Scan.SEGMENT && !scanner.segment().tag().equals("UNZ")) {
                var segment = scanner.segment();
                int at = header + (int) segment.offset();
                if (segment.tag().equals("UNH")) {
                    begin = at;
                } else if (segment.tag().equals("UNT")) {
                    correctCount(segment, header, begin, at);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("Bytes in memory cannot be read", impossible);
        }
        segmentsMore.clear();
    }

    private void correctCount(ScannedSegment trailer, int header, int begin, int at) {
        int more = segmentsMore.entrySet().stream().filter(change -> change.getKey() > begin && change.getKey() <= at)
                .mapToInt(Map.Entry::getValue).sum();
        var count = trailer.text(1, 1);
        int from = header + (int) trailer.place(1, 1).offset();
        if (more != 0 && count.matches("[0-9]{1,9}") && !patches.containsKey(from)) {
            patch(from, from + count.length(), String.valueOf(Integer.parseInt(count) + more).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private Rewriting patch(int from, int to, byte[] bytes) {
        boolean overlaps = patches.entrySet().stream().anyMatch(other -> from < other.getValue().to() && other.getKey() < to);
        if (overlaps || patches.containsKey(from)) {
            throw new IllegalArgumentException("Changed already: the bytes from " + from + " to " + to);
        }
        patches.put(from, new Patch(to, bytes));
        return this;
    }

    private int offset(Place place) {
        if (place.offset() < head.offset() || place.offset() > original.length) {
            throw new IllegalArgumentException("Not a place in this interchange: " + place);
        }
        return (int) place.offset();
    }

    private int headerAt() {
        int at = (int) head.offset();
        while (original[at] != 'U' || original[at + 1] != 'N' || original[at + 2] != 'B') {
            at++;
        }
        return at;
    }

    private CharacterKinds kinds() {
        return new CharacterKinds(Repertoire.of(head.repertoire()).orElse(Repertoire.UNOC), head.charset(), head.delimiters());
    }

    private int endOfValue(int from) {
        var delimiters = head.delimiters();
        int at = from;
        while (at < original.length) {
            char character = (char) (original[at] & 0xFF);
            if (character == delimiters.release() && character != ' ') {
                at++;
            } else if (delimiters.isService(character)) {
                return at;
            }
            at++;
        }
        return original.length;
    }

    private int endOfSegment(int from) {
        int at = endOfValue(from);
        while (at < original.length && original[at] != head.delimiters().terminator()) {
            at = endOfValue(at + 1);
        }
        at = Math.min(original.length, at + 1);
        while (at < original.length && isLineEnd(original[at])) {
            at++;
        }
        return at;
    }

    private int endOfLineBefore(int at) {
        int from = at;
        while (from > 0 && isLineEnd(original[from - 1])) {
            from--;
        }
        return from;
    }

    private static boolean isLineEnd(byte value) {
        return value == '\r' || value == '\n';
    }

    private byte[] released(String value, Place place) {
        var text = new StringBuilder(value.length() + 8);
        for (char character : value.toCharArray()) {
            if (head.delimiters().isService(character)) {
                text.append(head.delimiters().release());
            }
            text.append(character);
        }
        try {
            var bytes = head.charset().newEncoder().encode(CharBuffer.wrap(text));
            return Arrays.copyOf(bytes.array(), bytes.limit());
        } catch (CharacterCodingException refused) {
            throw new UnwritableDocumentException(place.segment() + "[" + place.segmentPosition() + "]." + place.element() + "."
                    + place.component(), "the interchange is written in " + head.charset() + ", which cannot hold: " + value);
        }
    }
}
