package io.fairway.signing;

import io.fairway.signing.DevelopmentAuthority.Purpose;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One certificate authority per suite, a carrier's seal of each, and two timestamp authorities. */
final class Pki {
    static final Instant NOW = Instant.parse("2026-03-02T01:15:00Z");
    static final Pki SHARED = create();

    private final Map<Suite, DevelopmentAuthority> authorities = new EnumMap<>(Suite.class);
    private final Map<Suite, SigningKey> carriers = new EnumMap<>(Suite.class);
    private final SigningKey stamper;
    private final SigningKey laterStamper;

    private Pki() throws GeneralSecurityException {
        Instant start = NOW.minusSeconds(86_400);
        for (Suite suite : Suite.values()) {
            var authority = DevelopmentAuthority.create("CN=Root " + suite + ",O=Fairway development", suite, start);
            authorities.put(suite, authority);
            carriers.put(suite, authority.issue("CN=Blue Carrier,C=NL", suite, Purpose.SIGNING, start, Period.ofYears(2)));
        }
        stamper = authority().issue("CN=Time", Suite.ECDSA_P256_SHA256, Purpose.TIMESTAMPS, start, Period.ofYears(10));
        laterStamper = authority().issue("CN=Later time", Suite.ECDSA_P256_SHA256, Purpose.TIMESTAMPS, start.plusSeconds(5 * 365 * 86_400L),
                Period.ofYears(12));
    }

    private static Pki create() {
        try {
            return new Pki();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    DevelopmentAuthority authority() {
        return authority(Suite.ECDSA_P256_SHA256);
    }

    DevelopmentAuthority authority(Suite suite) {
        return authorities.get(suite);
    }

    SigningKey carrier() {
        return carrier(Suite.ECDSA_P256_SHA256);
    }

    SigningKey carrier(Suite suite) {
        return carriers.get(suite);
    }

    SigningKey other() throws GeneralSecurityException {
        return authority().issue("CN=Red Carrier,C=NL", Suite.ECDSA_P256_SHA256, Purpose.SIGNING, NOW.minusSeconds(60), Period.ofYears(2));
    }

    TimestampAuthority timeAt(Instant when) {
        SigningKey key = stamper.isValidAt(when) ? stamper : laterStamper;
        return new SigningTimestampAuthority(key, InstantSource.fixed(when));
    }

    TimestampAuthority laterTimeAt(Instant when) {
        return new SigningTimestampAuthority(laterStamper, InstantSource.fixed(when));
    }

    X509CRL list(Instant at, Map<X509Certificate, Instant> revoked) throws GeneralSecurityException {
        return authority().revocationList(revoked, at, at.plusSeconds(7 * 86_400L));
    }

    List<X509Certificate> chainCertificates() {
        return List.of(carrier().certificate(), stamper.certificate(), authority().root().certificate());
    }

    TrustPolicy policy() {
        return policy(Suite.ECDSA_P256_SHA256);
    }

    TrustPolicy policy(Suite suite) {
        return TrustPolicy.of(Set.of(authority(suite).root().certificate()))
                .withTimestampers(Set.of(authority().root().certificate()));
    }
}
