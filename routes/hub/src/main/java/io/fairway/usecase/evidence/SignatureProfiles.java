package io.fairway.usecase.evidence;

import io.fairway.usecase.PartyId;

/** The signature profiles of the counterparts, as configuration has them. */
@FunctionalInterface
public interface SignatureProfiles {

    /** The party's profile; {@link SignatureProfile#STANDARD} where nothing was said. */
    SignatureProfile of(PartyId party);
}
