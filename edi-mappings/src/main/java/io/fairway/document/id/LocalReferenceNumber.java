package io.fairway.document.id;

import java.util.regex.Pattern;

/** The declarant's own reference of a goods declaration (LRN; RFF+ABE); up to 35 characters. Unique per declarant. */
public record LocalReferenceNumber(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9/._-]{0,34}");

    public LocalReferenceNumber {
        if (!FORM.matcher(value).matches()) {
            throw new RefusedValueException("LRN_FORM", value,
                    "a local reference number: up to 35 letters, digits, / . _ or -",
                    Spelling.proposal(value, value.replaceAll("\\s", ""), guess -> new LocalReferenceNumber(guess).value()));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
