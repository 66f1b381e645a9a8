package io.fairway.signing;

import static io.fairway.signing.SignatureFault.TIMESTAMP_INVALID;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.OtherRevocationInfoFormat;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * What an archive timestamp is made over (EN 319 122-1, 5.5.3), with SHA-256: content type, digest of the content, the signer info
 * without its unsigned attributes, and an index of digests of certificates, revocation lists and unsigned attributes.
 */
final class ArchiveImprint {
    private ArchiveImprint() {
    }

    /** The index of all there is now. */
    static Attribute index(CMSSignedData signed, SignerInformation signer) throws IOException {
        ASN1EncodableVector fields = new ASN1EncodableVector();
        fields.add(Timestamps.SHA_256);
        fields.add(octets(certificates(signed)));
        fields.add(octets(lists(signed)));
        fields.add(octets(unsigned(signer)));
        return new Attribute(CadesLevels.HASH_INDEX_V3, new DERSet(new DERSequence(fields)));
    }

    /** What a timestamp with that index covers. */
    static byte[] of(SignerInformation signer, byte[] content, Attribute index) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(der(PKCSObjectIdentifiers.data));
        out.write(Algorithms.digest("SHA-256").digest(content));
        SignerInfo info = signer.toASN1Structure();
        out.write(der(info.getVersion()));
        out.write(der(info.getSID()));
        out.write(der(info.getDigestAlgorithm()));
        out.write(der(new DERTaggedObject(false, 0, info.getAuthenticatedAttributes())));
        out.write(der(info.getDigestEncryptionAlgorithm()));
        out.write(der(info.getEncryptedDigest()));
        out.write(der(index.getAttrValues().getObjectAt(0)));
        return out.toByteArray();
    }

    /** The same for a timestamp that is there; refuses it when something its index names is gone or changed. */
    static byte[] of(CMSSignedData signed, SignerInformation signer, byte[] content, TimeStampToken token)
            throws SignatureRefusedException {
        Attribute index = token.getUnsignedAttributes() == null ? null : token.getUnsignedAttributes().get(CadesLevels.HASH_INDEX_V3);
        if (index == null || index.getAttrValues().size() != 1) {
            throw SignatureRefusedException.failed(TIMESTAMP_INVALID, "The archive timestamp has no index of what it covers");
        }
        try {
            ASN1Sequence fields = ASN1Sequence.getInstance(index.getAttrValues().getObjectAt(0));
            int first = fields.size() - 3;
            covers(fields.getObjectAt(first), certificates(signed), "certificate");
            covers(fields.getObjectAt(first + 1), lists(signed), "revocation list");
            covers(fields.getObjectAt(first + 2), unsigned(signer), "attribute");
            return of(signer, content, index);
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw SignatureRefusedException.failed(TIMESTAMP_INVALID, "The index of the archive timestamp cannot be read");
        }
    }

    private static void covers(ASN1Encodable named, List<byte[]> present, String kind) throws SignatureRefusedException {
        Set<String> there = new HashSet<>();
        present.forEach(digest -> there.add(HexFormat.of().formatHex(digest)));
        for (ASN1Encodable digest : ASN1Sequence.getInstance(named)) {
            if (!there.contains(HexFormat.of().formatHex(ASN1OctetString.getInstance(digest).getOctets()))) {
                throw SignatureRefusedException.failed(TIMESTAMP_INVALID, "A " + kind + " that the archive timestamp covers is gone or changed");
            }
        }
    }

    private static List<byte[]> certificates(CMSSignedData signed) throws IOException {
        List<byte[]> digests = new ArrayList<>();
        for (X509CertificateHolder certificate : signed.getCertificates().getMatches(null)) {
            digests.add(Algorithms.digest("SHA-256").digest(certificate.getEncoded()));
        }
        return digests;
    }

    private static List<byte[]> lists(CMSSignedData signed) throws IOException {
        List<byte[]> digests = new ArrayList<>();
        for (X509CRLHolder list : signed.getCRLs().getMatches(null)) {
            digests.add(Algorithms.digest("SHA-256").digest(list.getEncoded()));
        }
        for (OtherRevocationInfoFormat answer : answers(signed)) {
            digests.add(Algorithms.digest("SHA-256").digest(der(new DERTaggedObject(false, 1, answer))));
        }
        return digests;
    }

    private static List<OtherRevocationInfoFormat> answers(CMSSignedData signed) throws IOException {
        try {
            return CmsAnswers.formats(CmsAnswers.in(signed));
        } catch (GeneralSecurityException e) {
            throw new IOException("An OCSP answer that cannot be read", e);
        }
    }

    /** One digest for each value, over the attribute's type and the value. */
    private static List<byte[]> unsigned(SignerInformation signer) throws IOException {
        List<byte[]> digests = new ArrayList<>();
        if (signer.getUnsignedAttributes() == null) {
            return digests;
        }
        for (Attribute attribute : signer.getUnsignedAttributes().toASN1Structure().getAttributes()) {
            for (ASN1Encodable value : attribute.getAttrValues()) {
                var digest = Algorithms.digest("SHA-256");
                digest.update(der(attribute.getAttrType()));
                digest.update(der(value));
                digests.add(digest.digest());
            }
        }
        return digests;
    }

    private static DERSequence octets(List<byte[]> digests) {
        ASN1EncodableVector all = new ASN1EncodableVector();
        digests.forEach(digest -> all.add(new DEROctetString(digest)));
        return new DERSequence(all);
    }

    private static byte[] der(ASN1Encodable value) throws IOException {
        return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
    }
}
