package io.fairway.connector.gate;

import io.fairway.document.gate.Observation.Steadiness;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Continuous frame of the Toledo family: STX, three status words, displayed and tare mass of six digits, CR, and a checksum or none. */
final class ToledoFrames {
    static final int LENGTH = 17;
    private static final int DECIMAL_POSITION = 7;
    private static final int WHOLE = 2;
    private static final int NET = 1;
    private static final int NEGATIVE = 2;
    private static final int OVER_RANGE = 4;
    private static final int MOTION = 8;
    private static final int KILOGRAMS = 16;
    private static final double POUND = 0.45359237;
    private static final int SEVEN_BITS = 0x7f;

    private ToledoFrames() {
    }

    static Optional<WeightFrame> withChecksum(byte[] frame) {
        int sum = 0;
        for (byte each : frame) {
            sum += each & SEVEN_BITS;
        }
        return (sum & SEVEN_BITS) == 0 ? withoutChecksum(frame) : Optional.empty();
    }

    static Optional<WeightFrame> withoutChecksum(byte[] frame) {
        String shown = new String(frame, 4, 6, StandardCharsets.ISO_8859_1).trim();
        String tare = new String(frame, 10, 6, StandardCharsets.ISO_8859_1).trim();
        int status = frame[2];
        if (frame[16] != '\r' || (status & OVER_RANGE) != 0 || !shown.matches("[0-9]{1,6}") || !tare.matches("[0-9]{1,6}")) {
            return Optional.empty();
        }
        double signed = (status & NEGATIVE) != 0 ? -Integer.parseInt(shown) : Integer.parseInt(shown);
        double gross = (status & NET) != 0 ? signed + Integer.parseInt(tare) : signed;
        double scaled = gross * Math.pow(10, WHOLE - (frame[1] & DECIMAL_POSITION)) * ((status & KILOGRAMS) != 0 ? 1 : POUND);
        return Optional.of(new WeightFrame((int) Math.round(scaled),
                Optional.of((status & MOTION) != 0 ? Steadiness.MOVING : Steadiness.STEADY)));
    }
}
