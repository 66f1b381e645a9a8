package io.fairway.document.id;

import java.util.regex.Pattern;

/** The carrier's number of one voyage of one ship (EDIFACT 8028); up to 17 characters. */
public record VoyageNumber(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9/._-]{0,16}");

    public VoyageNumber {
        if (!FORM.matcher(value).matches()) {
            throw new RefusedValueException("VOYAGE_NUMBER_FORM", value,
                    "a voyage number: up to 17 capital letters, digits, / . _ or -",
                    Spelling.proposal(value, Spelling.plain(value), guess -> new VoyageNumber(guess).value()));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
