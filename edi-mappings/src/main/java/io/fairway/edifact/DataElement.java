package io.fairway.edifact;

import java.util.Locale;

/**
 * A data element of a directory.
 *
 * @param id four digits
 * @param name as in the directory, words joined
 * @param minimum least number of characters
 * @param maximum most characters; for numbers digits, without sign and decimal mark
 */
record DataElement(String id, String name, Form form, int minimum, int maximum, Codes codes) {

    /** Character class of the representation: {@code a}, {@code n}, {@code an}. */
    enum Form {
        A, N, AN
    }

    /** Whether it belongs to ISO 9735 and not to a directory. */
    boolean isOfService() {
        return id.startsWith("0");
    }

    /** The representation as directories write it, for example {@code an..35} or {@code n4}. */
    String representation() {
        return form.name().toLowerCase(Locale.ROOT) + (minimum == maximum ? "" : "..") + maximum;
    }

    /**
     * The codes of a coded element, each packed into a number so that a value is looked up without making a string.
     *
     * @param packed at a place that follows from the code or the next free one behind it; 0 where there is none
     */
    record Codes(long[] packed, String listed) {
        static final Codes NONE = new Codes(new long[1], "");
        private static final int LONGEST = 8;
        private static final long SPREAD = 0x9E3779B97F4A7C15L;

        static Codes of(String commaSeparated) {
            if (commaSeparated.isEmpty()) {
                return NONE;
            }
            var codes = commaSeparated.split(",");
            var packed = new long[Integer.highestOneBit(codes.length) << 2];
            for (var code : codes) {
                put(packed, pack(code));
            }
            return new Codes(packed, commaSeparated);
        }

        private static void put(long[] packed, long code) {
            int place = place(packed, code);
            while (packed[place] != 0 && packed[place] != code) {
                place = place + 1 & packed.length - 1;
            }
            packed[place] = code;
        }

        private boolean contains(long code) {
            int place = place(packed, code);
            while (packed[place] != 0 && packed[place] != code) {
                place = place + 1 & packed.length - 1;
            }
            return packed[place] == code;
        }

        private static int place(long[] packed, long code) {
            return (int) (code * SPREAD >>> Integer.SIZE) & packed.length - 1;
        }

        boolean isEmpty() {
            return listed.isEmpty();
        }

        boolean contains(ScannedSegment segment, int index) {
            if (!segment.isPlain()) {
                return contains(segment.decode(index));
            }
            int from = segment.from(index);
            int length = segment.byteLength(index);
            long value = 0;
            for (int i = 0; i < length && i < LONGEST; i++) {
                value = value << 8 | segment.byteAt(from + i) & 0xFF;
            }
            return length <= LONGEST && contains(value);
        }

        boolean contains(String code) {
            return code.length() <= LONGEST && contains(pack(code));
        }

        private static long pack(String code) {
            if (code.length() > LONGEST) {
                throw new IllegalStateException("Code longer than the directories have: " + code);
            }
            long value = 0;
            for (int i = 0; i < code.length(); i++) {
                value = value << 8 | code.charAt(i);
            }
            return value;
        }
    }
}
