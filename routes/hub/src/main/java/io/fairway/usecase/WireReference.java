package io.fairway.usecase;

import java.util.Locale;
import java.util.UUID;

/** Interchange references of what the hub sends: F and 12 characters of 62 random bits, within the 14 of UNB 0020. */
final class WireReference {

    private WireReference() {
    }

    static String from(UUID id) {
        String digits = Long.toString(id.getLeastSignificantBits() >>> 2, 36).toUpperCase(Locale.ROOT);
        return "F" + "0".repeat(Math.max(0, 12 - digits.length())) + digits;
    }
}
