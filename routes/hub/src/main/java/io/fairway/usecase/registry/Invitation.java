package io.fairway.usecase.registry;

import io.fairway.clearance.Role;
import io.fairway.usecase.Caller.Duty;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who is to be let into an organisation.
 *
 * @param name within the organisation: 1 to 40 small letters, digits, - or _
 * @param email where the invitation goes
 */
public record Invitation(String name, String email, String givenName, String familyName, Duty duty, Set<Role> roles) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,5}");
    private static final Pattern PERSON = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M} .'-]{0,79}");

    /** @throws ActImpossibleException when a part has no form that it can have */
    public Invitation {
        require(NAME, name, "a name of 1 to 40 small letters, digits, - or _");
        require(EMAIL, email, "an e-mail address");
        require(PERSON, givenName, "a given name of 1 to 80 letters");
        require(PERSON, familyName, "a family name of 1 to 80 letters");
        roles = Set.copyOf(roles);
    }

    private static void require(Pattern form, String value, String expected) {
        if (!form.matcher(value).matches()) {
            throw new ActImpossibleException("INVITATION_UNFIT", "Expected " + expected + ".");
        }
    }
}
