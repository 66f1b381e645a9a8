package io.fairway.document.id;

/** Code of a trade location (UNECE Recommendation 16), for example {@code CNSHG}. Only the form is checked here. */
public record UnLocode(String value) {
    public UnLocode {
        if (!isOfTheForm(value)) {
            throw new RefusedValueException("UNLOCODE_FORM", value,
                    "a UN/LOCODE: two letters of the country, three letters or digits 2 to 9",
                    Spelling.proposal(value, Spelling.plain(value), guess -> new UnLocode(guess).value()));
        }
    }

    private static boolean isOfTheForm(String value) {
        boolean isOne = value.length() == 5 && Spelling.isLetters(value, 0, 2);
        for (int i = 2; isOne && i < 5; i++) {
            char character = value.charAt(i);
            isOne = character >= 'A' && character <= 'Z' || character >= '2' && character <= '9';
        }
        return isOne;
    }

    @Override
    public String toString() {
        return value;
    }
}
