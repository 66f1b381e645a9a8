package io.fairway.usecase.title;

import io.fairway.usecase.PartyId;
import java.util.Optional;

/** The intent keys that parties chose to leave with the hub; the ledger says so of each of their acts. */
public interface Custody {

    /** The signature of the party's key on an intent; empty when the party holds its key itself, and then nobody here can sign for it. */
    Optional<String> sign(PartyId party, String intent);
}
