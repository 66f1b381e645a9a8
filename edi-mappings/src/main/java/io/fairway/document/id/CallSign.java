package io.fairway.document.id;

import java.util.regex.Pattern;

/**
 * Call sign of a ship's radio station: three to eight capital letters and digits, at least two of them letters, one of those among
 * the first two; or two characters, the second a letter, and four digits (ITU Radio Regulations, article 19).
 */
public record CallSign(String value) implements ShipId {
    private static final Pattern FORM = Pattern.compile("(?=.?[A-Z])(?=.*[A-Z].*[A-Z])[A-Z0-9]{3,8}|[0-9][A-Z][0-9]{4}");

    public CallSign {
        if (!isOne(value)) {
            throw new RefusedValueException("CALL_SIGN_FORM", value, "a call sign of three to eight capital letters and digits",
                    Spelling.proposal(value, Spelling.plain(value), guess -> new CallSign(guess).value()));
        }
    }

    /** Whether the value has the form of a call sign. */
    public static boolean isOne(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return text();
    }
}
