package io.fairway.document.id;

import java.util.regex.Pattern;

/** Identification of a party as it stands in a document (UNB 0004/0010, NAD C082): up to 35 characters. */
public record PartyCode(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,34}");

    public PartyCode {
        if (!FORM.matcher(value).matches()) {
            throw new RefusedValueException("PARTY_CODE_FORM", value, "a party code: up to 35 letters, digits or . _ + -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
