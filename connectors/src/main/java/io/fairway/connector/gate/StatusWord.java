package io.fairway.connector.gate;

import java.util.Arrays;

/** The status word of JGS/T 14-2015, annex B: twenty characters, 0 where nothing is wrong. */
public final class StatusWord {
    private static final int LENGTH = 20;
    private static final int TOTAL = 0;
    private static final int BARRIER = 1;

    private final char[] characters = new char[LENGTH];

    private StatusWord() {
        Arrays.fill(characters, '0');
    }

    /** Everything in order, barrier up. */
    public static StatusWord pass() {
        return new StatusWord();
    }

    /** Places that say why; their worst is repeated in the first one. */
    public enum Place {
        FRONT_CONTAINER(2), REAR_CONTAINER(3), WEIGHT(4), DRIVER_CARD(5), VEHICLE_TAG(6), SMART_LOCK(7);

        private final int index;

        Place(int index) {
            this.index = index;
        }
    }

    /** @param reason character of annex B, for example {@code z} no release, {@code w} held by customs, {@code p} weight */
    public static StatusWord stop(Place place, char reason) {
        var word = new StatusWord();
        word.characters[TOTAL] = reason;
        word.characters[BARRIER] = '1';
        word.characters[place.index] = reason;
        return word;
    }

    /** Twenty characters. */
    public String text() {
        return new String(characters);
    }
}
