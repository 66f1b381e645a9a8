package io.fairway.edifact.mapping;

import io.fairway.document.Lineage.Unused;
import io.fairway.document.finding.Place;
import io.fairway.edifact.Segment;
import java.util.List;

/**
 * A segment kept beyond the call it was handed over in: its non-empty components, where they stood, and which of them were read.
 * What was never read is the loss report.
 */
final class KeptSegment {
    private static final int SHOWN = 70;
    /** In a spot, before element, component and the bytes from the begin of the segment. */
    private static final long USED = 1L << 63;
    private static final int WITHIN = 32;
    private static final int ELEMENT = 16;
    private static final int NONE = -1;
    private static final Place[] ON_ONE_LINE = {};

    private final String tag;
    private final Place place;
    private final String[] texts;
    private final long[] spots;
    private final Place[] places;
    private final int size;

    private KeptSegment(Segment segment, int most) {
        tag = segment.tag();
        place = segment.place(0, 0);
        texts = new String[most];
        spots = new long[most];
        places = segment.isWrapped() ? new Place[most] : ON_ONE_LINE;
        size = fill(segment);
    }

    static KeptSegment of(Segment segment) {
        int most = 0;
        for (int element = 1; element <= segment.elements(); element++) {
            most += segment.components(element);
        }
        return new KeptSegment(segment, most);
    }

    private int fill(Segment segment) {
        int count = 0;
        int elements = segment.elements();
        for (int element = 1; element <= elements; element++) {
            int components = segment.components(element);
            for (int component = 1; component <= components; component++) {
                String text = segment.text(element, component);
                if (!text.isEmpty()) {
                    texts[count] = text;
                    spots[count] = (long) key(element, component) << WITHIN | segment.within(element, component);
                    if (places.length > 0) {
                        places[count] = segment.place(element, component);
                    }
                    count++;
                }
            }
        }
        return count;
    }

    private static int key(int element, int component) {
        return element << ELEMENT | component;
    }

    private static int key(long spot) {
        return (int) ((spot & ~USED) >>> WITHIN);
    }

    String tag() {
        return tag;
    }

    boolean is(String wanted) {
        return tag.equals(wanted);
    }

    /** The value and the note that it was used; empty when absent. */
    String text(int element, int component) {
        int index = index(element, component);
        if (index == NONE) {
            return "";
        }
        spots[index] |= USED;
        return texts[index];
    }

    boolean holds(int element, int component, String value) {
        int index = index(element, component);
        return index == NONE ? value.isEmpty() : texts[index].equals(value);
    }

    /** The number of the last non-empty component of the element; 0 when the element is empty. */
    int components(int element) {
        int last = 0;
        for (int i = 0; i < size; i++) {
            int key = key(spots[i]);
            if (key >>> ELEMENT == element) {
                last = Math.max(last, key & (1 << ELEMENT) - 1);
            }
        }
        return last;
    }

    /** Notes that the code list and agency that follow a coded value (1131, 3055) did their service. */
    void useCodeList(int element, int component) {
        text(element, component + 1);
        text(element, component + 2);
    }

    Place place(int element, int component) {
        return placeOf(index(element, component), element, component);
    }

    private Place placeOf(int index, int element, int component) {
        if (index != NONE && places.length > 0) {
            return places[index];
        }
        int within = index == NONE ? 0 : (int) spots[index];
        return new Place(place.message(), place.segment(), place.segmentPosition(), element, component, place.offset() + within, place.line(),
                place.column() + within);
    }

    /** How many components are kept. */
    int size() {
        return size;
    }

    Place place() {
        return place;
    }

    /** Tells each component that was never read, once. */
    void collectUnused(List<Unused> unused) {
        for (int i = 0; i < size; i++) {
            if (spots[i] >= 0) {
                int key = key(spots[i]);
                spots[i] |= USED;
                unused.add(new Unused(placeOf(i, key >>> ELEMENT, key & (1 << ELEMENT) - 1), printable(texts[i])));
            }
        }
    }

    /** The text as it may be shown: one line of at most 70 characters. */
    static String printable(String text) {
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN);
        for (int i = 0; i < shown.length(); i++) {
            if (Character.isISOControl(shown.charAt(i))) {
                return shown.replaceAll("\\p{Cc}", " ");
            }
        }
        return shown;
    }

    private int index(int element, int component) {
        int wanted = key(element, component);
        for (int i = 0; i < size; i++) {
            if (key(spots[i]) == wanted) {
                return i;
            }
        }
        return NONE;
    }
}
