package io.fairway.document.id;

import java.util.Locale;
import java.util.regex.Pattern;

/** The name of a ship of which nothing better is said: in capitals, single blanks between the words, up to 70 characters. */
public record ShipName(String value) implements ShipId {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int LONGEST = 70;

    public ShipName {
        if (value.isEmpty() || value.length() > LONGEST || !value.equals(plain(value))) {
            throw new RefusedValueException("SHIP_NAME_FORM", value, "a ship's name in capitals, up to 70 characters",
                    Spelling.proposal(value, plain(value), guess -> new ShipName(guess).value()));
        }
    }

    /** The name however it is written. */
    public static ShipName of(String written) {
        return new ShipName(plain(written));
    }

    private static String plain(String written) {
        return BLANKS.matcher(written.strip().toUpperCase(Locale.ROOT)).replaceAll(" ");
    }

    @Override
    public String toString() {
        return text();
    }
}
