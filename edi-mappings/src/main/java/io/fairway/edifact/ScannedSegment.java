package io.fairway.edifact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.fairway.document.Lineage.Unused;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Printable;

/**
 * A view on one segment in the scanner's buffer: where its components begin, nothing copied. Slot 0 is the tag, slot n the n-th
 * element as it stands. Elements that the directory repeats take one position per possible repetition, whichever way the sender
 * repeats them: as further elements (syntax 1 to 3) or behind repetition separators (syntax 4).
 */
final class ScannedSegment implements Segment {
    private static final int MOST_COMPONENTS = 2000;
    private static final int USUAL_COMPONENTS = 128;

    private byte[] buffer = new byte[0];
    private int start;
    private int length;
    private long offset;
    private int line;
    private long lineStart;
    private int[] componentStarts = new int[USUAL_COMPONENTS];
    private int[] slotStarts = new int[USUAL_COMPONENTS];
    private boolean[] repeats = new boolean[USUAL_COMPONENTS];
    private boolean[] used = new boolean[USUAL_COMPONENTS];
    private int components;
    private int slots;
    private boolean released;
    private boolean broken;
    private boolean suspect;
    private boolean repeated;
    private boolean detached;
    private CharacterKinds kinds = CharacterKinds.beforeTheEnvelope(Delimiters.DEFAULT);
    private int[] positions = new int[0];
    private boolean laidOut;
    private final KnownTags tags = new KnownTags();
    private String tag = "";
    private String message = "";
    private int messagePosition;

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
        components = 0;
        slots = 0;
        componentStarts[0] = 0;
        slotStarts[0] = 0;
        released = false;
        broken = false;
        suspect = false;
        repeated = false;
        laidOut = false;
        tag = "";
    }

    /** Keeps the bytes, because the scanner is going to need its buffer. */
    void detach() {
        detached = true;
        buffer = Arrays.copyOfRange(buffer, start, start + length);
        start = 0;
        components = 0;
        slots = 0;
        componentStarts[1] = length + 1;
        slotStarts[1] = 1;
    }

    /** The scanner moved the buffer's content. */
    void moved(byte[] bytes, int from) {
        if (detached) {
            return;
        }
        buffer = bytes;
        start = from;
    }

    /** Takes a character that is not ordinary; false when the segment has more parts than the limit. */
    boolean service(byte kind, int at) {
        if (components + 3 > componentStarts.length) {
            grow();
        }
        switch (kind) {
            case CharacterKinds.COMPONENT -> componentStarts[++components] = at + 1;
            case CharacterKinds.ELEMENT, CharacterKinds.REPETITION -> {
                componentStarts[++components] = at + 1;
                slotStarts[++slots] = components;
                repeats[slots] = kind == CharacterKinds.REPETITION;
                repeated |= repeats[slots];
            }
            case CharacterKinds.RELEASE -> released = true;
            case CharacterKinds.LINE_BREAK -> broken = true;
            default -> suspect = true;
        }
        return components < MOST_COMPONENTS;
    }

    private void grow() {
        int size = componentStarts.length * 2;
        componentStarts = Arrays.copyOf(componentStarts, size);
        slotStarts = Arrays.copyOf(slotStarts, size);
        repeats = Arrays.copyOf(repeats, size);
        used = Arrays.copyOf(used, size);
    }

    void end(int bytes) {
        length = bytes;
        componentStarts[components + 1] = bytes + 1;
        slotStarts[slots + 1] = components + 1;
        Arrays.fill(used, 0, components + 1, false);
        tag = tags.of(this);
    }

    /** Says where in which message the segment stands. */
    void locate(String messageReference, int position) {
        message = messageReference;
        messagePosition = position;
    }

    /**
     * Spreads repeated elements over positions, one per possible repetition.
     *
     * @param spread number of positions of each element of the directory, in order
     */
    void layOut(int[] spread) {
        if (!repeated && kinds.delimiters().repetition() == ' ') {
            return;
        }
        laidOut = true;
        positions = new int[1 + Math.max(slots, Arrays.stream(spread).sum()) + slots];
        int position = 0;
        int next = 1;
        for (int slot = 1, element = 0; slot <= slots; slot++) {
            if (repeats[slot]) {
                position++;
            } else {
                position = next;
                next += element < spread.length ? spread[element] : 1;
                element++;
            }
            if (position < positions.length) {
                positions[position] = slot;
            }
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
        if (!laidOut) {
            return slots;
        }
        int last = positions.length - 1;
        while (last > 0 && positions[last] == 0) {
            last--;
        }
        return last;
    }

    @Override
    public int components(int element) {
        int slot = slot(element);
        return slot < 0 ? 0 : slotStarts[slot + 1] - slotStarts[slot];
    }

    @Override
    public String text(int element, int component) {
        int index = index(element, component);
        if (index < 0) {
            return "";
        }
        used[index] = true;
        return decode(index);
    }

    @Override
    public Place place(int element, int component) {
        int slot = Math.max(0, slot(element));
        int index = Math.max(0, index(element, Math.max(1, component)));
        int within = element == 0 ? 0 : index > 0 ? componentStarts[index] : slot > 0 ? componentStarts[slotStarts[slot]] : length;
        return placeAt(element, component, within);
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
        return new Place(message, Printable.of(tag), messagePosition, element, component,
                offset + within, atLine, (int) (offset + within - lineBegins) + 1);
    }

    @Override
    public List<Unused> unused() {
        var found = new ArrayList<Unused>();
        for (int element = 1; element <= elements(); element++) {
            for (int component = 1; component <= components(element); component++) {
                int index = index(element, component);
                if (!used[index] && byteLength(index) > 0) {
                    found.add(new Unused(place(element, component), Printable.of(decode(index))));
                }
            }
        }
        return found;
    }

    /** Index of the component for the methods below; negative when there is none. */
    int index(int element, int component) {
        int slot = slot(element);
        if (slot < 0 || component < 1 || component > slotStarts[slot + 1] - slotStarts[slot]) {
            return -1;
        }
        return slotStarts[slot] + component - 1;
    }

    private int slot(int element) {
        if (element < 0) {
            return -1;
        }
        if (laidOut && element > 0) {
            return element < positions.length && positions[element] > 0 ? positions[element] : -1;
        }
        return element <= slots ? element : -1;
    }

    /** First byte of the component, counted from the begin of the segment. */
    int from(int index) {
        return componentStarts[index];
    }

    int byteLength(int index) {
        return componentStarts[index + 1] - 1 - componentStarts[index];
    }

    /** Whether there is nothing in it; the line end of a wrapped line is nothing. */
    boolean isEmpty(int index) {
        return byteLength(index) == 0 || broken && decode(index).isEmpty();
    }

    byte byteAt(int within) {
        return buffer[start + within];
    }

    /** Whether bytes and characters of values are the same: no released characters, line breaks or characters of several bytes. */
    boolean isPlain() {
        return !released && !broken && (!suspect || kinds.isSingleByte());
    }

    /** The value, decoded, without being marked as used. */
    String decode(int index) {
        int from = start + componentStarts[index];
        int bytes = byteLength(index);
        if (!released && !broken) {
            return new String(buffer, from, bytes, kinds.decoding());
        }
        var kept = new byte[bytes];
        int count = 0;
        for (int i = 0; i < bytes; i++) {
            byte value = buffer[from + i];
            if (value == '\r' || value == '\n') {
                continue;
            }
            if (released && value == kinds.delimiters().release() && i + 1 < bytes) {
                value = buffer[from + ++i];
            }
            kept[count++] = value;
        }
        return new String(kept, 0, count, kinds.decoding());
    }

    /** The whole segment as it stands, safe to print. */
    String excerpt() {
        return Printable.of(new String(buffer, start, Math.min(length, 200), kinds.decoding()));
    }

    int slots() {
        return slots;
    }

    long offset() {
        return offset;
    }

    int length() {
        return length;
    }

    int line() {
        return line;
    }

    long lineStart() {
        return lineStart;
    }

    boolean holdsLineBreaks() {
        return broken;
    }

    boolean mayHoldLineBreaks() {
        return broken || released || suspect;
    }

    boolean isSuspect() {
        return suspect;
    }

    CharacterKinds kinds() {
        return kinds;
    }
}
