package io.fairway.edifact;

import io.fairway.document.Lineage.Unused;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Printable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** A view on one segment in the scanner's buffer; nothing is copied until a value is asked for. */
final class ScannedSegment implements Segment {
    private static final int LONGEST_EXCERPT = 200;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final SegmentOutline outline = new SegmentOutline();
    private final ShortTexts shortTexts;
    private final BitSet used = new BitSet();
    private CharacterKinds kinds = CharacterKinds.beforeTheEnvelope(Delimiters.DEFAULT);
    private byte[] buffer = new byte[0];
    private int start;
    private int length;
    private long offset;
    private int line;
    private long lineStart;
    private boolean detached;
    private String tag = "";
    private String message = "";
    private int messagePosition;

    ScannedSegment(ShortTexts shortTexts) {
        this.shortTexts = shortTexts;
    }

    void use(CharacterKinds next) {
        kinds = next;
    }

    void begin(byte[] bytes, int from, long at, int inLine, long lineStartsAt) {
        detached = false;
        buffer = bytes;
        start = from;
        offset = at;
        line = inLine;
        lineStart = lineStartsAt;
        tag = "";
        outline.begin();
    }

    /** Takes a character that is not ordinary; false when the segment has more parts than the limit. */
    boolean service(byte kind, int at) {
        return outline.take(kind, at);
    }

    /** The scanner moved the buffer's content. */
    void moved(byte[] bytes, int from) {
        if (!detached) {
            buffer = bytes;
            start = from;
        }
    }

    void end(int bytes) {
        length = bytes;
        outline.end(bytes);
        used.clear();
        tag = decode(0);
    }

    /** Keeps the first bytes, because the scanner is going to need its buffer; there is nothing but the tag then. */
    void detach() {
        detached = true;
        buffer = Arrays.copyOfRange(buffer, start, start + length);
        start = 0;
        outline.forget(length);
    }

    /** Says where in which message the segment stands. */
    void locate(String messageReference, int position) {
        message = messageReference;
        messagePosition = position;
    }

    /** @param spread number of positions of each element of the directory, in order */
    void layOut(int[] spread) {
        if (outline.mustBeLaidOut(kinds.delimiters())) {
            outline.layOut(spread);
        }
    }

    @Override
    public String tag() {
        return tag;
    }

    @Override
    public int position() {
        return messagePosition;
    }

    @Override
    public int elements() {
        return outline.elements();
    }

    @Override
    public int components(int element) {
        return outline.components(element);
    }

    @Override
    public String text(int element, int component) {
        int index = outline.index(element, component);
        if (index < 0) {
            return "";
        }
        used.set(index);
        return decode(index);
    }

    @Override
    public Place place(int element, int component) {
        return placeAt(element, component, outline.placeOf(element, component, length));
    }

    /** A place inside a component, as far as {@code within} bytes from the begin of the segment. */
    Place placeAt(int element, int component, int within) {
        int atLine = line;
        long lineBegins = lineStart;
        for (int i = 0; mayHoldLineBreaks() && i < within; i++) {
            if (buffer[start + i] == '\n') {
                atLine++;
                lineBegins = offset + i + 1;
            }
        }
        var safe = TagCode.isWellFormed(tag) ? tag : Printable.of(tag);
        return new Place(message, safe, messagePosition, element, component, offset + within, atLine,
                (int) (offset + within - lineBegins) + 1);
    }

    @Override
    public int within(int element, int component) {
        return outline.from(outline.index(element, component));
    }

    @Override
    public boolean isWrapped() {
        return mayHoldLineBreaks();
    }

    @Override
    public List<Unused> unused() {
        var found = new ArrayList<Unused>();
        for (int element = 1; element <= elements(); element++) {
            for (int component = 1; component <= components(element); component++) {
                int index = outline.index(element, component);
                if (!used.get(index) && !isEmpty(index)) {
                    found.add(new Unused(place(element, component), Printable.of(decode(index))));
                }
            }
        }
        return found;
    }

    /** Index of the component for the methods below; negative when there is none. */
    int index(int element, int component) {
        return outline.index(element, component);
    }

    /** First byte of the component, counted from the begin of the segment. */
    int from(int index) {
        return outline.from(index);
    }

    int byteLength(int index) {
        return outline.byteLength(index);
    }

    /** Whether there is nothing in it; the line end of a wrapped line is nothing. */
    boolean isEmpty(int index) {
        return outline.byteLength(index) == 0 || outline.holdsLineBreaks() && decode(index).isEmpty();
    }

    byte byteAt(int within) {
        return buffer[start + within];
    }

    /** Whether bytes and characters of values are the same: no released characters, line breaks or characters of several bytes. */
    boolean isPlain() {
        return !outline.holdsReleased() && !outline.holdsLineBreaks() && (!outline.isSuspect() || kinds.isSingleByte());
    }

    /** The value, decoded, without being marked as used. */
    String decode(int index) {
        int from = start + outline.from(index);
        int bytes = outline.byteLength(index);
        if (outline.holdsReleased() || outline.holdsLineBreaks()) {
            return resolve(from, bytes);
        }
        return bytes <= ShortTexts.LONGEST && !outline.isSuspect() ? shortTexts.of(buffer, from, bytes, kinds.decoding())
                : new String(buffer, from, bytes, kinds.decoding());
    }

    /** Without line breaks and release characters. */
    private String resolve(int from, int bytes) {
        var kept = new byte[bytes];
        int count = 0;
        boolean shifted = false;
        for (int i = 0; i < bytes; i++) {
            byte value = buffer[from + i];
            if (value == CharacterKinds.ESCAPE && i + 1 < bytes) {
                // what ISO 2022 has shifted to two bytes holds no service characters
                shifted = buffer[from + i + 1] != '(';
            }
            if (value == '\r' || value == '\n') {
                continue;
            }
            if (!shifted && outline.holdsReleased() && value == kinds.delimiters().release() && i + 1 < bytes) {
                value = buffer[from + ++i];
            }
            kept[count++] = value;
        }
        return new String(kept, 0, count, kinds.decoding());
    }

    /** The component as it stands, with its release characters. */
    String raw(int index) {
        return new String(buffer, start + outline.from(index), outline.byteLength(index), kinds.decoding());
    }

    /** The whole segment as it stands, when every byte of it is a character of its own and it is no longer than that. */
    Optional<String> plainText(int longest) {
        return length > longest || !isPlain() ? Optional.empty() : Optional.of(new String(buffer, start, length, StandardCharsets.ISO_8859_1));
    }

    /** A number that segments with the same bytes share, and hardly any others. */
    long print() {
        int end = start + length;
        long print = length;
        int i = start;
        for (; i + Long.BYTES <= end; i += Long.BYTES) {
            print = print * SPREAD + (long) LONGS.get(buffer, i);
        }
        for (; i < end; i++) {
            print = print * SPREAD + buffer[i];
        }
        return print;
    }

    /** The whole segment as it stands, safe to print. */
    String excerpt() {
        var text = new String(buffer, start, Math.min(length, LONGEST_EXCERPT), kinds.decoding());
        return Printable.of(outline.holdsLineBreaks() ? text.replace("\r", "").replace("\n", "") : text);
    }

    long offset() {
        return offset;
    }

    int line() {
        return line;
    }

    long lineStart() {
        return lineStart;
    }

    boolean holdsLineBreaks() {
        return outline.holdsLineBreaks();
    }

    boolean mayHoldLineBreaks() {
        return outline.holdsLineBreaks() || outline.holdsReleased() || outline.isSuspect();
    }

    boolean isSuspect() {
        return outline.isSuspect();
    }

    CharacterKinds kinds() {
        return kinds;
    }
}
