package io.fairway.document.id;

/** IMO ship identification number: seven digits, the last of them a check digit (IMO resolution A.1117(30)). */
public record ImoNumber(String value) implements ShipId {
    private static final int LENGTH = 7;

    public ImoNumber {
        if (!isOfTheForm(value)) {
            throw new RefusedValueException("IMO_NUMBER_FORM", value, "an IMO number of seven digits",
                    Spelling.proposal(value, likely(Spelling.plain(value)), guess -> new ImoNumber(guess).value()));
        }
        char expected = checkDigit(value);
        if (expected != value.charAt(6)) {
            throw new RefusedValueException("IMO_CHECK_DIGIT", value, "check digit " + expected,
                    value.substring(0, 6) + expected);
        }
    }

    /** Whether the value is an IMO number, its check digit included. */
    public static boolean isOne(String value) {
        return isOfTheForm(value) && checkDigit(value) == value.charAt(6);
    }

    private static boolean isOfTheForm(String value) {
        return value.length() == LENGTH && Spelling.isDigits(value, 0, LENGTH);
    }

    /** Many write the ship's number with the word before it. */
    private static String likely(String plain) {
        return Spelling.digits(plain.startsWith("IMO") ? plain.substring(3) : plain);
    }

    private static char checkDigit(String value) {
        int sum = 0;
        for (int i = 0; i < 6; i++) {
            sum += (value.charAt(i) - '0') * (7 - i);
        }
        return (char) ('0' + sum % 10);
    }

    @Override
    public String toString() {
        return value;
    }
}
