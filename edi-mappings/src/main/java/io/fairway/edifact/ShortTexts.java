package io.fairway.edifact;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Values of up to three characters seen before (qualifiers, codes, agencies), so that one more of them costs no new string. */
final class ShortTexts {
    static final int LONGEST = 3;

    private static final int SPREAD = 0x9E3779B1;
    private static final int BITS = 10;

    private final int[] codes = new int[1 << BITS];
    private final String[] texts = new String[1 << BITS];

    ShortTexts() {
        Arrays.fill(texts, "");
    }

    /** @param length at most {@value #LONGEST} bytes, each of them an ASCII character */
    String of(byte[] bytes, int from, int length) {
        int code = length;
        for (int i = from; i < from + length; i++) {
            code = code << Byte.SIZE | bytes[i];
        }
        int place = code * SPREAD >>> Integer.SIZE - BITS;
        if (codes[place] != code) {
            codes[place] = code;
            texts[place] = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        }
        return texts[place];
    }
}
