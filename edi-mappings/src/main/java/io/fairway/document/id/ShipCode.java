package io.fairway.document.id;

import java.util.regex.Pattern;

/**
 * A ship's code in a national register, in the one of inland ships (ENI), or by agreement of those who write to each other: up to 35
 * characters without blanks. What is an IMO number or an MMSI is said as such.
 */
public record ShipCode(String value) implements ShipId {
    private static final Pattern FORM = Pattern.compile("[\\p{Graph}&&[^\\p{Cntrl}]]{1,35}", Pattern.UNICODE_CHARACTER_CLASS);

    public ShipCode {
        if (!FORM.matcher(value).matches() || ImoNumber.isOne(value) || MmsiNumber.isOne(value)) {
            throw new RefusedValueException("SHIP_CODE_FORM", value,
                    "a code of up to 35 characters without blanks, neither an IMO number nor an MMSI");
        }
    }

    @Override
    public String toString() {
        return text();
    }
}
