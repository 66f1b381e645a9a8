package io.fairway.signing;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a verifier trusts and demands.
 *
 * @param signers certificates that signers' chains must end in; a signer's own certificate may stand here itself
 * @param timestampers the same for timestamp authorities
 * @param suites accepted for the signature itself
 * @param known revocation lists and OCSP answers known beside those in the signature
 * @param revocation what happens without one
 * @param listAge how much older than the proven time a revocation list or an answer may be
 * @param timestamp whether a signature timestamp is demanded
 * @param party which signer is expected; empty when any trusted one will do
 */
public record TrustPolicy(Set<X509Certificate> signers, Set<X509Certificate> timestampers, Set<Suite> suites, Revocations known,
        Revocation revocation, Duration listAge, Timestamp timestamp, Optional<Signer> party) {

    /** What it means when neither a revocation list nor an answer is there. */
    public enum Revocation {
        /** INDETERMINATE, unless the certificate itself is trusted by configuration. */
        DEMANDED,
        /** Nothing; a list that is there still counts. */
        IF_AVAILABLE
    }

    /** Whether level T is the least. */
    public enum Timestamp { DEMANDED, IF_AVAILABLE }

    /** Says whether a certificate is of the party that should have signed. */
    @FunctionalInterface
    public interface Signer {
        /** @return empty when it is, else whose it is, safe to show */
        Optional<String> differs(X509Certificate certificate);
    }

    public TrustPolicy {
        signers = Set.copyOf(signers);
        timestampers = Set.copyOf(timestampers);
        suites = Set.copyOf(suites);
    }

    /** Trusts these signers, every suite, and asks for neither timestamps nor revocation lists. */
    public static TrustPolicy of(Set<X509Certificate> signers) {
        return new TrustPolicy(signers, Set.of(), Set.of(Suite.values()), Revocations.NONE, Revocation.IF_AVAILABLE, Duration.ofDays(1),
                Timestamp.IF_AVAILABLE, Optional.empty());
    }

    /** The same, and these timestamp authorities. */
    public TrustPolicy withTimestampers(Set<X509Certificate> authorities) {
        return new TrustPolicy(signers, authorities, suites, known, revocation, listAge, timestamp, party);
    }

    /** The same, with these revocation lists at hand. */
    public TrustPolicy withLists(List<X509CRL> more) {
        return withRevocation(Revocations.of(more));
    }

    /** The same, with these lists and answers at hand. */
    public TrustPolicy withRevocation(Revocations more) {
        return new TrustPolicy(signers, timestampers, suites, more, revocation, listAge, timestamp, party);
    }

    /** The same, demanding a revocation list or an answer for every certificate below the trusted ones. */
    public TrustPolicy demandingRevocation() {
        return new TrustPolicy(signers, timestampers, suites, known, Revocation.DEMANDED, listAge, timestamp, party);
    }

    /** The same, demanding a signature timestamp. */
    public TrustPolicy demandingTimestamp() {
        return new TrustPolicy(signers, timestampers, suites, known, revocation, listAge, Timestamp.DEMANDED, party);
    }

    /** The same, accepting these suites only. */
    public TrustPolicy withSuites(Set<Suite> accepted) {
        return new TrustPolicy(signers, timestampers, accepted, known, revocation, listAge, timestamp, party);
    }

    /** The same, for this signer only. */
    public TrustPolicy expecting(Signer expected) {
        return new TrustPolicy(signers, timestampers, suites, known, revocation, listAge, timestamp, Optional.of(expected));
    }

    /** A signer that must have exactly this certificate. */
    public static Signer exactly(X509Certificate certificate) {
        return found -> found.equals(certificate) ? Optional.empty() : Optional.of(found.getSubjectX500Principal().getName());
    }

    Instant oldestList(Instant provenAt) {
        return provenAt.minus(listAge);
    }
}
