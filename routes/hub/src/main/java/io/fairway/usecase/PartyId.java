package io.fairway.usecase;

import io.fairway.document.id.RefusedValueException;
import java.util.regex.Pattern;

/** The hub's id of a registered party, for example {@code HUBLINE}; 2 to 35 capital letters, digits, - or _. */
public record PartyId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9_-]{1,34}");

    /** The hub itself: the party of background work. */
    public static final PartyId HUB = new PartyId("FAIRWAY");

    public PartyId {
        if (!FORM.matcher(value).matches()) {
            throw new RefusedValueException("PARTY_ID_FORM", value, "a party id of 2 to 35 capital letters, digits, - or _");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
