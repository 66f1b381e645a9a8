package io.fairway.signing;

import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A private key and the certificates that name its owner.
 *
 * @param key the key itself, or a handle to it when a token holds it
 * @param chain the owner's certificate first, then its issuers as far as they are sent along; the root need not be there
 * @param suite what the key signs with
 * @param token the provider of the token (PKCS#11) that holds the key; empty for a key in memory
 */
public record SigningKey(PrivateKey key, List<X509Certificate> chain, Suite suite, Optional<Provider> token) {

    /** @throws IllegalArgumentException when there is no certificate, or its key is not of the suite */
    public SigningKey {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("A signing key needs a certificate");
        }
        if (!Suite.of(chain.getFirst().getPublicKey()).equals(Optional.of(suite))) {
            throw new IllegalArgumentException("The certificate of " + chain.getFirst().getSubjectX500Principal() + " is not for " + suite);
        }
    }

    /** A key in memory; its suite follows from its certificate. */
    public static SigningKey of(PrivateKey key, List<X509Certificate> chain) {
        Suite suite = Suite.of(chain.getFirst().getPublicKey()).orElseThrow(() -> new IllegalArgumentException(
                "No suite signs with the key of " + chain.getFirst().getSubjectX500Principal()));
        return new SigningKey(key, chain, suite, Optional.empty());
    }

    /** The owner's certificate. */
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** Whether the owner's certificate is within its validity at that time. */
    public boolean isValidAt(Instant time) {
        return !time.isBefore(certificate().getNotBefore().toInstant()) && !time.isAfter(certificate().getNotAfter().toInstant());
    }
}
