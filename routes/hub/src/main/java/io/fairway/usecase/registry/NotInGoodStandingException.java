package io.fairway.usecase.registry;

import io.fairway.usecase.PartyId;
import java.util.Locale;

/** The party may not do this now, because its registration is pending, suspended, past its last day, or ended. */
public final class NotInGoodStandingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Standing standing;

    public NotInGoodStandingException(PartyId party, Standing standing) {
        super("Party " + party + " is " + standing.name().toLowerCase(Locale.ROOT));
        this.standing = standing;
    }

    public Standing standing() {
        return standing;
    }
}
