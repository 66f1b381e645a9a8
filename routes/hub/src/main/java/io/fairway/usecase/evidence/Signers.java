package io.fairway.usecase.evidence;

import io.fairway.usecase.PartyId;
import java.security.cert.X509Certificate;

/** Says whose certificate one is. */
@FunctionalInterface
public interface Signers {

    /** Whether the party signs with the key of this certificate now. */
    boolean isOf(PartyId party, X509Certificate certificate);
}
