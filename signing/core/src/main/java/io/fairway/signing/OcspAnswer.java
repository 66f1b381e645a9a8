package io.fairway.signing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * What an authority answered about certificates of its own (RFC 6960). It counts for a certificate only when its issuer signed it, or a
 * responder to whom that issuer itself gave a certificate for this alone (section 4.2.2.2).
 */
public final class OcspAnswer {
    private static final int MOST_BYTES = 64 * 1024;

    private final byte[] encoded;
    private final BasicOCSPResp basic;

    private OcspAnswer(byte[] encoded, BasicOCSPResp basic) {
        this.encoded = encoded;
        this.basic = basic;
    }

    /**
     * Reads one; what it says is not yet believed.
     *
     * @param der an OCSPResponse of at most 64 KiB
     * @throws GeneralSecurityException when it is no successful basic answer
     */
    public static OcspAnswer read(byte[] der) throws GeneralSecurityException {
        if (der.length > MOST_BYTES) {
            throw new GeneralSecurityException("An OCSP answer of " + der.length + " bytes; " + MOST_BYTES + " are the limit");
        }
        try {
            var response = new OCSPResp(der);
            if (response.getStatus() != OCSPResp.SUCCESSFUL || !(response.getResponseObject() instanceof BasicOCSPResp basic)) {
                throw new GeneralSecurityException("Expected a successful basic OCSP answer, found status " + response.getStatus());
            }
            return new OcspAnswer(der.clone(), basic);
        } catch (IOException | OCSPException | IllegalArgumentException | ClassCastException | IllegalStateException | NullPointerException e) {
            // The ASN.1 library says in these ways that the bytes are not what they claim to be.
            throw new GeneralSecurityException("Not an OCSP answer: " + e.getMessage(), e);
        }
    }

    /** DER of the whole OCSPResponse. */
    public byte[] encoded() {
        return encoded.clone();
    }

    /**
     * What it says about one certificate.
     *
     * @param asOf the time for which it is said
     * @param revokedAt since when it is revoked; empty when it is good
     */
    record Status(Instant asOf, Optional<Instant> revokedAt) {
    }

    /** Its word about a certificate; empty when it says nothing of it, does not know it, or is not the issuer's word. */
    Optional<Status> about(X509Certificate certificate, X509Certificate issuer) {
        try {
            X509CertificateHolder authority = new JcaX509CertificateHolder(issuer);
            for (SingleResp single : basic.getResponses()) {
                if (single.getCertID().getSerialNumber().equals(certificate.getSerialNumber())
                        && single.getCertID().matchesIssuer(authority, Algorithms.DIGESTS)) {
                    return isWordOf(issuer) ? status(single) : Optional.empty();
                }
            }
            return Optional.empty();
        } catch (GeneralSecurityException | OCSPException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Until when its word about a certificate counts; empty when it says nothing of it. @param otherwise from its time on, where it names no end */
    Optional<Instant> countsUntil(X509Certificate certificate, X509Certificate issuer, Duration otherwise) {
        return about(certificate, issuer).map(status -> Arrays.stream(basic.getResponses())
                .filter(single -> single.getCertID().getSerialNumber().equals(certificate.getSerialNumber()) && single.getNextUpdate() != null)
                .map(single -> single.getNextUpdate().toInstant()).findFirst().orElse(status.asOf().plus(otherwise)));
    }

    private static Optional<Status> status(SingleResp single) {
        Instant asOf = single.getThisUpdate().toInstant();
        if (Objects.equals(single.getCertStatus(), CertificateStatus.GOOD)) {
            return Optional.of(new Status(asOf, Optional.empty()));
        }
        return single.getCertStatus() instanceof RevokedStatus revoked
                ? Optional.of(new Status(asOf, Optional.of(revoked.getRevocationTime().toInstant()))) : Optional.empty();
    }

    private boolean isWordOf(X509Certificate issuer) {
        if (isSignedBy(issuer.getPublicKey())) {
            return true;
        }
        return Arrays.stream(basic.getCerts()).anyMatch(responder -> isResponderOf(responder, issuer) && isSignedBy(responder));
    }

    private boolean isResponderOf(X509CertificateHolder responder, X509Certificate issuer) {
        Extension usage = responder.getExtension(Extension.extendedKeyUsage);
        Date at = basic.getProducedAt();
        try {
            return usage != null && ExtendedKeyUsage.getInstance(usage.getParsedValue()).hasKeyPurposeId(KeyPurposeId.id_kp_OCSPSigning)
                    && responder.isValidOn(at) && responder.getIssuer().equals(new JcaX509CertificateHolder(issuer).getSubject())
                    && responder.isSignatureValid(verifiers().build(issuer.getPublicKey()));
        } catch (GeneralSecurityException | OperatorCreationException | CertException | IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isSignedBy(X509CertificateHolder responder) {
        try {
            return isSignedBy(Certificates.certificate(responder.getEncoded()).getPublicKey());
        } catch (GeneralSecurityException | IOException e) {
            return false;
        }
    }

    private boolean isSignedBy(PublicKey key) {
        try {
            return basic.isSignatureValid(verifiers().build(key));
        } catch (OCSPException | OperatorCreationException e) {
            return false;
        }
    }

    private static JcaContentVerifierProviderBuilder verifiers() {
        return new JcaContentVerifierProviderBuilder().setProvider(Algorithms.BOUNCY_CASTLE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OcspAnswer answer && Arrays.equals(encoded, answer.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    @Override
    public String toString() {
        return "OCSP answer " + HexFormat.of().formatHex(Algorithms.digest("SHA-256").digest(encoded), 0, 8);
    }
}
