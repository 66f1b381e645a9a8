package io.fairway.signing;

import static io.fairway.signing.SignatureFault.MISSING;
import static io.fairway.signing.SignatureFault.SIGNATURE_INVALID;
import static io.fairway.signing.SignatureFault.SIGNER_COUNT;
import static io.fairway.signing.SignatureFault.SIGNER_NOT_NAMED;
import static io.fairway.signing.SignatureFault.WEAK_ALGORITHM;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Verifies {@code multipart/signed} entities (RFC 1847; RFC 8551, 3.5): a MIME entity and a detached CMS signature over its bytes, headers
 * included, exactly as they came. Whom the signer's certificate belongs to is the caller's question.
 */
public final class SignedEntity {
    private static final Set<ASN1ObjectIdentifier> DIGESTS =
            Set.of(NISTObjectIdentifiers.id_sha256, NISTObjectIdentifiers.id_sha384, NISTObjectIdentifiers.id_sha512);

    private static final int BOUNDARY_BYTES = 24;

    private SignedEntity() {
    }

    /** What came of a check. */
    public sealed interface Outcome {
    }

    /** @param signer as it came along, verified to have signed @param entity the signed bytes; nothing else may be read */
    public record Signed(X509Certificate signer, byte[] entity) implements Outcome {
    }

    /** @param detail one sentence */
    public record Refused(SignatureFault fault, String detail) implements Outcome {
    }

    /** @param contentType of the whole, with its boundary */
    public static Outcome verify(String contentType, byte[] body) {
        if (!contentType.toLowerCase(Locale.ROOT).startsWith("multipart/signed")) {
            return new Refused(MISSING, "Expected multipart/signed");
        }
        try {
            MimeParts parts = MimeParts.ofTwo(contentType, body);
            return new Signed(signer(parts.first(), MimeEntity.read(parts.second()).content()), parts.first());
        } catch (SignatureRefusedException refused) {
            return new Refused(refused.fault(), String.valueOf(refused.getMessage()));
        }
    }

    private static X509Certificate signer(byte[] entity, byte[] signature) throws SignatureRefusedException {
        try {
            var data = new CMSSignedData(new CMSProcessableByteArray(entity), signature);
            Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                throw SignatureRefusedException.failed(SIGNER_COUNT, "Expected one signer, found " + signers.size());
            }
            SignerInformation signer = signers.iterator().next();
            List<X509CertificateHolder> certificates = data.getCertificates().getMatches(null).stream().filter(signer.getSID()::match).toList();
            if (certificates.size() != 1) {
                throw SignatureRefusedException.failed(SIGNER_NOT_NAMED, "Expected the signer's certificate in the signature");
            }
            if (!DIGESTS.contains(signer.getDigestAlgorithmID().getAlgorithm())) {
                throw SignatureRefusedException.failed(WEAK_ALGORITHM, "Expected SHA-256 or longer");
            }
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(certificates.getFirst());
            var verifier = new JcaSimpleSignerInfoVerifierBuilder().setProvider(Algorithms.BOUNCY_CASTLE).build(certificate.getPublicKey());
            if (!signer.verify(verifier)) {
                throw SignatureRefusedException.failed(SIGNATURE_INVALID, "The signature does not verify");
            }
            return certificate;
        } catch (CMSException | OperatorCreationException | CertificateException | IllegalArgumentException e) {
            throw SignatureRefusedException.failed(SIGNATURE_INVALID, "The signature does not verify over what came");
        }
    }

    /**
     * A document as an entity in binary, signed.
     *
     * @param mediaType of the document
     * @return the whole as it travels; signing again gives other bytes
     */
    public static Travelling signDocument(byte[] document, String mediaType, SigningKey key, Instant at) {
        byte[] headers = ("Content-Type: " + mediaType + "\r\nContent-Transfer-Encoding: binary\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] entity = Arrays.copyOf(headers, headers.length + document.length);
        System.arraycopy(document, 0, entity, headers.length, document.length);
        // nobody writes an entity that holds its own digest; a boundary has at most 70 characters (RFC 2046, 5.1.1)
        String boundary = "fairway-" + HexFormat.of().formatHex(Digest.sha256(entity), 0, BOUNDARY_BYTES);
        return new Travelling(sign(entity, boundary, key, at), contentType(boundary));
    }

    /** @param contentType of the whole, with its boundary */
    public record Travelling(byte[] body, String contentType) {
    }

    /**
     * Signs an entity.
     *
     * @param entity headers, an empty line, content; lines end with CR LF
     * @param boundary stands nowhere in it
     * @return the body of the {@code multipart/signed}; its content type is {@link #contentType}
     */
    public static byte[] sign(byte[] entity, String boundary, SigningKey key, Instant at) {
        return MimeParts.join(boundary, entity, Cades.sign(entity, key, at));
    }

    /** Of what {@link #sign} gives. */
    public static String contentType(String boundary) {
        return "multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=sha-256; boundary=\"" + boundary + "\"";
    }
}
