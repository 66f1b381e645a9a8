package io.fairway.usecase.evidence;

import io.fairway.signing.DevelopmentAuthority;
import io.fairway.signing.DevelopmentAuthority.Purpose;
import io.fairway.signing.NoUsableKeyException;
import io.fairway.signing.SigningKey;
import io.fairway.signing.SigningTimestampAuthority;
import io.fairway.signing.Suite;
import io.fairway.signing.TrustPolicy;
import io.fairway.signing.evidence.EvidenceContainer.Material;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One authority for the hub, for parties and for timestamps; a seal of every suite, valid for a year. */
final class TestHubKeys implements HubKeys {
    static final Instant NOW = Instant.parse("2026-03-02T01:15:00Z");

    private final DevelopmentAuthority authority;
    private final Map<Suite, SigningKey> seals;
    private final SigningKey times;
    private Set<X509Certificate> unanswered = Set.of();

    TestHubKeys() throws GeneralSecurityException {
        authority = DevelopmentAuthority.create("CN=Root", Suite.ECDSA_P256_SHA256, NOW.minusSeconds(60));
        seals = Map.of(Suite.ECDSA_P256_SHA256, issue("CN=Hub", Suite.ECDSA_P256_SHA256), Suite.SM2_SM3, issue("CN=Hub SM2", Suite.SM2_SM3));
        times = authority.issue("CN=Time", Suite.ECDSA_P256_SHA256, Purpose.TIMESTAMPS, NOW.minusSeconds(60), Period.ofYears(5));
    }

    SigningKey issue(String name, Suite suite) throws GeneralSecurityException {
        return authority.issue(name, suite, Purpose.SIGNING, NOW.minusSeconds(60), Period.ofYears(1));
    }

    /** From now on nobody says whether this is revoked. */
    void nobodyAnswersAbout(X509Certificate certificate) {
        unanswered = Set.of(certificate);
    }

    SigningTimestampAuthority timestamps() {
        return new SigningTimestampAuthority(times, InstantSource.fixed(NOW));
    }

    @Override
    public SigningKey sealing(Suite suite, Instant now) {
        SigningKey key = seals.get(suite);
        if (key == null || !key.isValidAt(now)) {
            throw new NoUsableKeyException("No signing certificate is valid at " + now);
        }
        return key;
    }

    @Override
    public Map<Suite, Duration> remaining(Instant now) {
        return Map.of();
    }

    @Override
    public Material material() {
        return new Material(List.of(authority.root().certificate(), times.certificate()), List.of());
    }

    @Override
    public Set<X509Certificate> unanswered() {
        return unanswered;
    }

    @Override
    public Set<X509Certificate> roots() {
        return Set.of(authority.root().certificate());
    }

    @Override
    public TrustPolicy trust() {
        return TrustPolicy.of(roots()).withTimestampers(roots());
    }
}
