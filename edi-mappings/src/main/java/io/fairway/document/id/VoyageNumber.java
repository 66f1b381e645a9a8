package io.fairway.document.id;

/** The carrier's number of one voyage of one ship (EDIFACT 8028); up to 17 characters. */
public record VoyageNumber(String value) {
    private static final int LONGEST = 17;

    public VoyageNumber {
        if (!Spelling.isCode(value, LONGEST, "/._-")) {
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
