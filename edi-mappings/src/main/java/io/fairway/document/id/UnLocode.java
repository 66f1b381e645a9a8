package io.fairway.document.id;

import java.util.regex.Pattern;

/** Code of a trade location (UNECE Recommendation 16), for example {@code CNSHG}. Only the form is checked here. */
public record UnLocode(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[A-Z2-9]{3}");

    public UnLocode {
        if (!FORM.matcher(value).matches()) {
            throw new RefusedValueException("UNLOCODE_FORM", value,
                    "a UN/LOCODE: two letters of the country, three letters or digits 2 to 9",
                    Spelling.proposal(value, Spelling.plain(value), guess -> new UnLocode(guess).value()));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
