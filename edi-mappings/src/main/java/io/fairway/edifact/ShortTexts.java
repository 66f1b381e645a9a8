package io.fairway.edifact;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Values of a few characters seen before (tags, qualifiers, codes, places), so that one more of them costs no new string. For several
 * threads: what one of them does not see of another costs it a string of its own.
 */
final class ShortTexts {
    static final int LONGEST = 5;

    /** Tags and qualifiers: the same object as the constants of the mappings then, and compared at once. */
    private static final int LONGEST_INTERNED = 3;
    private static final int SPREAD = 0x9E3779B1;
    private static final int BITS = 10;

    private final String[] texts = new String[1 << BITS];

    ShortTexts() {
        Arrays.fill(texts, "");
    }

    /** @param length at most {@value #LONGEST} bytes; @param charset an extension of ASCII, for those that are not */
    String of(byte[] bytes, int from, int length, Charset charset) {
        int code = length;
        for (int i = from; i < from + length; i++) {
            if (bytes[i] < 0) {
                return new String(bytes, from, length, charset);
            }
            code = code * 31 + bytes[i];
        }
        int place = code * SPREAD >>> Integer.SIZE - BITS;
        var known = texts[place];
        if (isThat(known, bytes, from, length)) {
            return known;
        }
        var made = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        texts[place] = length <= LONGEST_INTERNED ? made.intern() : made;
        return texts[place];
    }

    private static boolean isThat(String text, byte[] bytes, int from, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }
}
