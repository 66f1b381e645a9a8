package io.fairway.document.id;

import java.util.regex.Pattern;

/** Commodity code of the Harmonized System: 6 digits, or 8 or 10 where a national tariff goes on. */
public record HsCode(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9]{6}([0-9]{2}){0,2}");

    public HsCode {
        if (!FORM.matcher(value).matches()) {
            throw new RefusedValueException("HS_CODE_FORM", value, "a commodity code of 6, 8 or 10 digits",
                    Spelling.proposal(value, Spelling.digits(Spelling.plain(value)), guess -> new HsCode(guess).value()));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
