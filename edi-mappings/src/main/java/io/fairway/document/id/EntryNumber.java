package io.fairway.document.id;

import java.util.regex.Pattern;

/** Number that customs gave a goods declaration: 18 digits in China, or a movement reference number (MRN) as in the WCO DMS profile. */
public record EntryNumber(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9]{18}|[0-9]{2}[A-Z]{2}[A-Z0-9]{13,14}");

    public EntryNumber {
        if (!FORM.matcher(value).matches()) {
            throw new RefusedValueException("ENTRY_NUMBER_FORM", value,
                    "an entry number of 18 digits, or an MRN: year, country, 13 or 14 letters and digits",
                    Spelling.proposal(value, Spelling.plain(value), guess -> new EntryNumber(guess).value()));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
