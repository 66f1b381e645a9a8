package io.fairway.connector.gate;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Continuous frame of the XK3190 family: STX, sign, six digits, number of decimals, exclusive-or in two characters, ETX. */
final class Xk3190Frames {
    static final int LENGTH = 12;
    private static final byte ETX = 3;
    private static final int MOST_DECIMALS = 4;

    private Xk3190Frames() {
    }

    static Optional<WeightFrame> read(byte[] frame) {
        int xor = 0;
        for (int i = 1; i <= 8; i++) {
            xor ^= frame[i];
        }
        String digits = new String(frame, 2, 6, StandardCharsets.ISO_8859_1);
        int decimals = frame[8] - '0';
        boolean sound = frame[LENGTH - 1] == ETX && frame[9] == nibble(xor >> 4) && frame[10] == nibble(xor & 0xf)
                && (frame[1] == '+' || frame[1] == '-') && decimals >= 0 && decimals <= MOST_DECIMALS && digits.matches("[0-9]{6}");
        if (!sound) {
            return Optional.empty();
        }
        int value = (int) Math.round(Integer.parseInt(digits) / Math.pow(10, decimals));
        return Optional.of(new WeightFrame(frame[1] == '-' ? -value : value, Optional.empty()));
    }

    /** 0 to 9 as digits, A to F as capitals. */
    private static int nibble(int value) {
        return value < 10 ? value + '0' : value + 0x37;
    }
}
