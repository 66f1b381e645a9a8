package io.fairway.usecase.evidence;

import io.fairway.usecase.PartyId;
import io.fairway.usecase.registry.EnrolledKey;
import io.fairway.usecase.registry.EnrolledKeys;
import java.security.cert.X509Certificate;
import java.time.InstantSource;

/** A party signs with the keys it enrolled for signing; a revoked one counts no more. */
public final class EnrolledSigners implements Signers {
    private final EnrolledKeys keys;
    private final InstantSource clock;

    public EnrolledSigners(EnrolledKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public boolean isOf(PartyId party, X509Certificate certificate) {
        return KeyThumbprint.of(certificate.getPublicKey()).map(thumbprint -> keys.standing().stream()
                .filter(key -> key.purpose() == EnrolledKey.Purpose.SIGNING && key.isValid(clock.instant()))
                .anyMatch(key -> key.party().equals(party) && key.keyId().equals(thumbprint))).orElse(false);
    }
}
