package io.fairway.signing;

import static io.fairway.signing.SignatureFault.TIMESTAMP_INVALID;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** Checks timestamp tokens (RFC 3161) against what they should cover and against the authorities that are trusted. */
final class Timestamps {
    static final AlgorithmIdentifier SHA_256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

    private final TrustPolicy policy;
    private final Collection<X509Certificate> others;
    private final Revocations revocation;

    /** @param others certificates that may lead from an authority to a trusted one, beside those in the token */
    Timestamps(TrustPolicy policy, Collection<X509Certificate> others, Revocations revocation) {
        this.policy = policy;
        this.others = others;
        this.revocation = revocation;
    }

    static TimeStampToken read(byte[] der) throws SignatureRefusedException {
        try {
            return new TimeStampToken(new CMSSignedData(der));
        } catch (CMSException | TSPException | IOException e) {
            throw SignatureRefusedException.failed(TIMESTAMP_INVALID, "A timestamp that cannot be read: " + e.getMessage());
        }
    }

    /** When it was made, as the authority says; not yet checked. */
    static Instant time(TimeStampToken token) {
        return token.getTimeStampInfo().getGenTime().toInstant();
    }

    /**
     * @param covered what the token should have been made over
     * @param knownToExistAt latest time at which the token is known to have existed: now, or the time of a later timestamp over it
     */
    void check(TimeStampToken token, byte[] covered, Instant knownToExistAt) throws SignatureRefusedException {
        checkDigest(token, Algorithms.digest("SHA-256").digest(covered), knownToExistAt);
    }

    /** The same. @param digest SHA-256 of what the token should have been made over */
    void checkDigest(TimeStampToken token, byte[] digest, Instant knownToExistAt) throws SignatureRefusedException {
        if (!NISTObjectIdentifiers.id_sha256.equals(token.getTimeStampInfo().getMessageImprintAlgOID())) {
            throw SignatureRefusedException.failed(TIMESTAMP_INVALID, "A timestamp over a digest other than SHA-256");
        }
        if (!MessageDigest.isEqual(digest, token.getTimeStampInfo().getMessageImprintDigest())) {
            throw SignatureRefusedException.failed(TIMESTAMP_INVALID, "The timestamp of " + time(token) + " was made over something else");
        }
        X509Certificate authority = authority(token);
        checkSignature(token, authority);
        List<X509Certificate> known = new ArrayList<>(others);
        known.addAll(certificates(token));
        new ChainCheck(policy.timestampers(), known, revocation, policy).check(authority, knownToExistAt);
        if (time(token).isAfter(knownToExistAt)) {
            throw SignatureRefusedException.failed(TIMESTAMP_INVALID, "The timestamp is of " + time(token) + ", after " + knownToExistAt);
        }
    }

    private static void checkSignature(TimeStampToken token, X509Certificate authority) throws SignatureRefusedException {
        if (!Certificates.isForTimestampsAlone(authority)) {
            throw SignatureRefusedException.failed(TIMESTAMP_INVALID, ChainCheck.name(authority) + " is not a certificate for timestamps");
        }
        try {
            SignerInformationVerifier verifier = new JcaSignerInfoVerifierBuilder(Algorithms.DIGESTS).setProvider(Algorithms.BOUNCY_CASTLE)
                    .build(authority);
            token.validate(verifier);
        } catch (TSPException e) {
            throw SignatureRefusedException.failed(TIMESTAMP_INVALID, "The timestamp's own signature does not hold: " + e.getMessage());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("Cannot check timestamps", e);
        }
    }

    private static X509Certificate authority(TimeStampToken token) throws SignatureRefusedException {
        for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
            if (token.getSID().match(holder)) {
                try {
                    return KnownCertificates.presented(holder.getEncoded());
                } catch (GeneralSecurityException | IOException e) {
                    throw SignatureRefusedException.failed(TIMESTAMP_INVALID, "The timestamp authority's certificate cannot be read");
                }
            }
        }
        throw SignatureRefusedException.open(TIMESTAMP_INVALID, "The timestamp does not bring its authority's certificate");
    }

    static List<X509Certificate> certificates(TimeStampToken token) throws SignatureRefusedException {
        try {
            return Certificates.in(token.getCertificates());
        } catch (GeneralSecurityException e) {
            throw SignatureRefusedException.failed(TIMESTAMP_INVALID, "A certificate in the timestamp cannot be read");
        }
    }
}
