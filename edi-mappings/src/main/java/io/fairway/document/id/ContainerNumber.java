package io.fairway.document.id;

/**
 * Number of a freight container: owner code, category U, J or Z, six digits of serial number and a check digit
 * (ISO 6346, clauses 3 and annex A), written without blanks, for example {@code HUBU2000016}.
 */
public record ContainerNumber(String value) {
    public ContainerNumber {
        if (!isOfTheForm(value)) {
            throw new RefusedValueException("CONTAINER_NUMBER_FORM", value,
                    "a container number: three letters, U, J or Z, seven digits (ISO 6346)",
                    Spelling.proposal(value, likely(Spelling.plain(value)), guess -> new ContainerNumber(guess).value()));
        }
        char expected = checkDigit(value);
        if (expected != value.charAt(10)) {
            throw new RefusedValueException("CONTAINER_CHECK_DIGIT", value,
                    "check digit " + expected + " (ISO 6346)", value.substring(0, 10) + expected);
        }
    }

    private static boolean isOfTheForm(String value) {
        return value.length() == 11 && Spelling.isLetters(value, 0, 4) && "UJZ".indexOf(value.charAt(3)) >= 0 && Spelling.isDigits(value, 4, 11);
    }

    private static String likely(String plain) {
        return plain.length() == 11 ? Spelling.letters(plain.substring(0, 4)) + Spelling.digits(plain.substring(4)) : plain;
    }

    private static char checkDigit(String value) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += valueOf(value.charAt(i)) << i;
        }
        return (char) ('0' + sum % 11 % 10); // a remainder of 10 is written 0
    }

    /** Letters count from 10 upwards; ISO 6346 skips the multiples of eleven. */
    private static int valueOf(char c) {
        if (c <= '9') {
            return c - '0';
        }
        int letter = c - 'A' + 10;
        if (letter == 10) {
            return letter;
        }
        if (letter <= 20) {
            return letter + 1;
        }
        return letter <= 30 ? letter + 2 : letter + 3;
    }

    @Override
    public String toString() {
        return value;
    }
}
