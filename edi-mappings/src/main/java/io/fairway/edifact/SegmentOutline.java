package io.fairway.edifact;

import java.util.Arrays;

/**
 * Where the parts of one segment begin, counted in bytes from its tag. Slot 0 is the tag, slot n the n-th element as it stands.
 * Elements that the directory repeats take one position per possible repetition, whichever way the sender repeats them: as further
 * elements (syntax 1 to 3) or behind repetition separators (syntax 4).
 */
final class SegmentOutline {
    private static final int MOST_COMPONENTS = 2000;
    private static final int USUAL_COMPONENTS = 128;

    private int[] componentStarts = new int[USUAL_COMPONENTS];
    private int[] slotStarts = new int[USUAL_COMPONENTS];
    private boolean[] repeats = new boolean[USUAL_COMPONENTS];
    private int[] positions = new int[0];
    private int components;
    private int slots;
    private boolean released;
    private boolean broken;
    private boolean suspect;
    private boolean repeated;
    private boolean laidOut;

    void begin() {
        components = 0;
        slots = 0;
        componentStarts[0] = 0;
        slotStarts[0] = 0;
        released = false;
        broken = false;
        suspect = false;
        repeated = false;
        laidOut = false;
    }

    /** Takes a character that is not ordinary; false when the segment has more parts than the limit. */
    boolean take(byte kind, int at) {
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
    }

    void end(int length) {
        componentStarts[components + 1] = length + 1;
        slotStarts[slots + 1] = components + 1;
    }

    /** Forgets all parts: the segment is one piece. */
    void forget(int length) {
        components = 0;
        slots = 0;
        end(length);
    }

    /** Whether positions can differ from slots: the segment has repetitions, or its syntax writes them that way. */
    boolean mustBeLaidOut(Delimiters delimiters) {
        return repeated || delimiters.repetition() != ' ';
    }

    /**
     * Many senders of syntax 4 repeat elements as syntax 3 did: a segment with more elements than the directory has, and no repetition
     * separator, is taken so.
     *
     * @param spread number of positions of each element of the directory, in order
     */
    void layOut(int[] spread) {
        if (!repeated && slots > spread.length) {
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

    int elements() {
        if (!laidOut) {
            return slots;
        }
        int last = positions.length - 1;
        while (last > 0 && positions[last] == 0) {
            last--;
        }
        return last;
    }

    int components(int element) {
        int slot = slot(element);
        return slot < 0 ? 0 : slotStarts[slot + 1] - slotStarts[slot];
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

    int from(int index) {
        return componentStarts[index];
    }

    int byteLength(int index) {
        return componentStarts[index + 1] - 1 - componentStarts[index];
    }

    /** Where the place begins that finding or lineage speaks of; {@code length} when it is not there. */
    int placeOf(int element, int component, int length) {
        int index = index(element, Math.max(1, component));
        if (element == 0 || index >= 0) {
            return element == 0 ? 0 : componentStarts[index];
        }
        int slot = slot(element);
        return slot > 0 ? componentStarts[slotStarts[slot]] : length;
    }

    boolean holdsReleased() {
        return released;
    }

    boolean holdsLineBreaks() {
        return broken;
    }

    boolean isSuspect() {
        return suspect;
    }
}
