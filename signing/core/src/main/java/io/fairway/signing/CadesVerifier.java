package io.fairway.signing;

import static io.fairway.signing.SignatureFault.BRINGS_CONTENT;
import static io.fairway.signing.SignatureFault.CONTENT_CHANGED;
import static io.fairway.signing.SignatureFault.MALFORMED;
import static io.fairway.signing.SignatureFault.SIGNATURE_INVALID;
import static io.fairway.signing.SignatureFault.SIGNER_COUNT;
import static io.fairway.signing.SignatureFault.SIGNER_NOT_NAMED;
import static io.fairway.signing.SignatureFault.WEAK_ALGORITHM;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;

/** Checks detached CAdES signatures of every level against a {@link TrustPolicy}. */
public final class CadesVerifier {
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final TrustPolicy policy;

    public CadesVerifier(TrustPolicy policy) {
        this.policy = policy;
    }

    /**
     * @param content what is to be processed when the verdict allows it
     * @param signature DER of a CMS ContentInfo, at most 4 MiB, nothing behind it
     * @param now time of checking
     */
    public Verdict verify(byte[] content, byte[] signature, Instant now) {
        return verify(content, signature, now, List.of(), new CheckList());
    }

    /** @param more certificates that are known from elsewhere and may help to build chains */
    Verdict verify(byte[] content, byte[] signature, Instant now, List<X509Certificate> more, CheckList checks) {
        try {
            CMSSignedData signed = read(content, signature);
            SignerInformation signer = onlySigner(signed);
            X509Certificate certificate = signerCertificate(signed, signer);
            checkSignature(content, signer, certificate);
            checks.pass("The signature of " + ChainCheck.name(certificate) + " covers exactly these " + content.length + " bytes.");
            var times = new CadesTimes(policy, signed, signer, content, more);
            Instant provenAt = times.provenAt(now, checks);
            new SignerCheck(policy, times.certificates(), times.revocation()).check(certificate, provenAt, checks);
            return new Verdict.TotalPassed(new SignedContent(content), certificate, signingTime(signer), provenAt, checks.all());
        } catch (SignatureRefusedException e) {
            return e.verdict(checks);
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException | IndexOutOfBoundsException
                | NullPointerException e) {
            // The ASN.1 library parses as it is asked, and says so in these ways when the bytes are not what they claim to be.
            return SignatureRefusedException.failed(MALFORMED, "Not a CMS signature: " + e.getMessage()).verdict(checks);
        }
    }

    private static CMSSignedData read(byte[] content, byte[] signature) throws SignatureRefusedException {
        if (signature.length > MOST_BYTES) {
            throw SignatureRefusedException.failed(MALFORMED, "A signature of " + signature.length + " bytes; " + MOST_BYTES + " are the limit");
        }
        try (var in = new ASN1InputStream(signature)) {
            if (in.readObject() == null || in.available() > 0) {
                throw SignatureRefusedException.failed(MALFORMED, "Expected one CMS object and nothing behind it");
            }
            var signed = new CMSSignedData(new CMSProcessableByteArray(content), signature);
            if (!signed.isDetachedSignature()) {
                throw SignatureRefusedException.failed(BRINGS_CONTENT, BRINGS_CONTENT.text());
            }
            return signed;
        } catch (CMSException | IOException e) {
            throw SignatureRefusedException.failed(MALFORMED, "Not a CMS signature: " + e.getMessage());
        }
    }

    private static SignerInformation onlySigner(CMSSignedData signed) throws SignatureRefusedException {
        var signers = signed.getSignerInfos().getSigners();
        if (signers.size() != 1) {
            throw SignatureRefusedException.failed(SIGNER_COUNT, "Expected one signer, found " + signers.size());
        }
        return signers.iterator().next();
    }

    private static X509Certificate signerCertificate(CMSSignedData signed, SignerInformation signer) throws SignatureRefusedException {
        ESSCertIDv2 bound = boundCertificate(signer);
        try {
            for (X509CertificateHolder holder : signed.getCertificates().getMatches(null)) {
                byte[] encoded = holder.getEncoded();
                byte[] digest = new FastDigests().digest(bound.getHashAlgorithm(), encoded);
                if (signer.getSID().match(holder) && MessageDigest.isEqual(digest, bound.getCertHash())) {
                    return KnownCertificates.presented(encoded);
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            throw SignatureRefusedException.failed(MALFORMED, "The signer's certificate cannot be read");
        }
        throw SignatureRefusedException.failed(SIGNER_NOT_NAMED, "The certificate that the signature binds is not the signer's");
    }

    private static ESSCertIDv2 boundCertificate(SignerInformation signer) throws SignatureRefusedException {
        ASN1Encodable value = onlyValue(signer, PKCSObjectIdentifiers.id_aa_signingCertificateV2, SIGNER_NOT_NAMED);
        return SigningCertificateV2.getInstance(value).getCerts()[0];
    }

    private void checkSignature(byte[] content, SignerInformation signer, X509Certificate certificate) throws SignatureRefusedException {
        Suite suite = Suite.of(certificate.getPublicKey()).filter(policy.suites()::contains)
                .orElseThrow(() -> SignatureRefusedException.failed(WEAK_ALGORITHM, "The signer's key is of no accepted suite"));
        if (!suite.digestIdentifier().getAlgorithm().equals(signer.getDigestAlgorithmID().getAlgorithm()) || !CmsAlgorithms.fit(suite, signer)) {
            throw SignatureRefusedException.failed(WEAK_ALGORITHM, "Expected " + suite + ", found digest " + signer.getDigestAlgOID()
                    + " and signature " + signer.getEncryptionAlgOID());
        }
        if (!PKCSObjectIdentifiers.data.equals(onlyValue(signer, CMSAttributes.contentType, MALFORMED))) {
            throw SignatureRefusedException.failed(MALFORMED, "The content type is not plain data");
        }
        byte[] stated = ASN1OctetString.getInstance(onlyValue(signer, CMSAttributes.messageDigest, MALFORMED)).getOctets();
        if (!MessageDigest.isEqual(stated, Algorithms.digest(suite).digest(content))) {
            throw SignatureRefusedException.failed(CONTENT_CHANGED, CONTENT_CHANGED.text());
        }
        try {
            Signature verifier = Algorithms.verifier(suite, certificate.getPublicKey());
            verifier.update(signer.getEncodedSignedAttributes());
            if (!verifier.verify(signer.getSignature())) {
                throw SignatureRefusedException.failed(SIGNATURE_INVALID, SIGNATURE_INVALID.text());
            }
        } catch (GeneralSecurityException | IOException e) {
            throw SignatureRefusedException.failed(SIGNATURE_INVALID, "The signature value cannot be used: " + e.getMessage());
        }
    }

    private static ASN1Encodable onlyValue(SignerInformation signer, ASN1ObjectIdentifier type, SignatureFault otherwise)
            throws SignatureRefusedException {
        var attributes = signer.getSignedAttributes();
        if (attributes == null || attributes.getAll(type).size() != 1) {
            throw SignatureRefusedException.failed(otherwise, "Expected one signed attribute " + type);
        }
        Attribute attribute = attributes.get(type);
        if (attribute.getAttrValues().size() != 1) {
            throw SignatureRefusedException.failed(otherwise, "Expected one value of the signed attribute " + type);
        }
        return attribute.getAttrValues().getObjectAt(0);
    }

    private static Optional<Instant> signingTime(SignerInformation signer) {
        return Optional.ofNullable(signer.getSignedAttributes().get(CMSAttributes.signingTime))
                .filter(attribute -> attribute.getAttrValues().size() == 1)
                .map(attribute -> Time.getInstance(attribute.getAttrValues().getObjectAt(0)).getDate().toInstant());
    }
}
