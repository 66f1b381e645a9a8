package io.fairway.document.id;

import java.util.regex.Pattern;

/** Maritime mobile service identity of a ship: nine digits, the first 2 to 7 (ITU-R M.585). */
public record MmsiNumber(String value) implements ShipId {
    private static final Pattern FORM = Pattern.compile("[2-7][0-9]{8}");

    public MmsiNumber {
        if (!isOne(value)) {
            throw new RefusedValueException("MMSI_FORM", value, "an MMSI of nine digits, the first of them 2 to 7",
                    Spelling.proposal(value, Spelling.digits(Spelling.plain(value)), guess -> new MmsiNumber(guess).value()));
        }
    }

    /** Whether the value has the form of a ship's MMSI. */
    public static boolean isOne(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return text();
    }
}
