package io.fairway.usecase.evidence;

import io.fairway.signing.SigningKey;
import io.fairway.signing.Suite;
import io.fairway.signing.TrustPolicy;
import io.fairway.signing.evidence.EvidenceContainer.Material;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** The hub's own keys and whom it believes. Keys turn over while they are in use. */
public interface HubKeys {

    /**
     * The key to seal with now.
     *
     * @throws io.fairway.signing.NoUsableKeyException when there is none of this suite whose certificate is valid
     */
    SigningKey sealing(Suite suite, Instant now);

    /** For how long each suite's last certificate is still valid; zero when none is. */
    Map<Suite, Duration> remaining(Instant now);

    /**
     * What verifying needs later: certificates of the hub and the timestamp authorities, revocation lists and what authorities answer now.
     *
     * @throws EvidenceUnavailableException when the operator requires answers and one is missing
     */
    Material material();

    /** Certificates that name an authority to be asked whether they are revoked, of which neither an answer nor a list is at hand. */
    Set<X509Certificate> unanswered();

    /** The authorities the hub believes, for signers and for timestamps. */
    Set<X509Certificate> roots();

    /** Signers and timestamps that the hub believes. */
    TrustPolicy trust();
}
