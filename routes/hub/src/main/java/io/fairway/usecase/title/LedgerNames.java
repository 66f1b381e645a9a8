package io.fairway.usecase.title;

import io.fairway.usecase.PartyId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of parties on the ledger: the hub's id in lower case, {@code _} as {@code --}. */
public final class LedgerNames {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,34}");

    private LedgerNames() {
    }

    /** What the ledger calls a party of this hub. */
    public static String of(PartyId party) {
        return party.value().toLowerCase(Locale.ROOT).replace("_", "--");
    }

    /** The party of this hub that the ledger calls so; empty for what cannot be one. */
    public static Optional<PartyId> party(String name) {
        return NAME.matcher(name).matches() ? Optional.of(new PartyId(name.replace("--", "_").toUpperCase(Locale.ROOT))) : Optional.empty();
    }
}
