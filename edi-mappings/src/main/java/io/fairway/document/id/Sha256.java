package io.fairway.document.id;

import java.util.Locale;
import java.util.regex.Pattern;

/** SHA-256 digest of some bytes, in lower-case hexadecimal. */
public record Sha256(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public Sha256 {
        if (!FORM.matcher(value).matches()) {
            throw new RefusedValueException("SHA256_FORM", value, "64 lower-case hexadecimal digits",
                    Spelling.proposal(value, value.toLowerCase(Locale.ROOT), guess -> new Sha256(guess).value()));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
