package io.fairway.signing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CRLHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.util.CollectionStore;

/**
 * Raises CAdES signatures to the levels T, LT and LTA (ETSI EN 319 122-1, section 6.3), and renews LTA before its last timestamp ages out:
 * {@link #archive} may be called again and again. All methods take and give DER.
 */
public final class CadesLevels {
    /** archive-time-stamp-v3, EN 319 122-1, 5.5.3. */
    static final ASN1ObjectIdentifier ARCHIVE_TIMESTAMP_V3 = new ASN1ObjectIdentifier("0.4.0.1733.2.4");
    /** ATSHashIndex-v3, EN 319 122-1, 5.5.2. */
    static final ASN1ObjectIdentifier HASH_INDEX_V3 = new ASN1ObjectIdentifier("0.4.0.19122.1.5");

    private CadesLevels() {
    }

    /**
     * Level T: a timestamp over the signature value.
     *
     * @throws IOException when there is no timestamp to be had, or the signature cannot be read
     */
    public static byte[] timestamp(byte[] signature, TimestampAuthority authority) throws IOException {
        CMSSignedData signed = read(signature, new byte[0]);
        SignerInformation signer = onlySigner(signed);
        byte[] token = authority.stamp(Algorithms.digest("SHA-256").digest(signer.getSignature()));
        return withAttribute(signed, signer, PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, token).getEncoded("DER");
    }

    /**
     * Level LT: certificates of signer and timestamp authorities up to their roots, and their revocation lists.
     *
     * @throws IOException when the signature cannot be read
     */
    public static byte[] withValidationMaterial(byte[] signature, Collection<X509Certificate> certificates, Collection<X509CRL> lists)
            throws IOException {
        return withValidationMaterial(signature, certificates, Revocations.of(lists));
    }

    /** The same, with OCSP answers beside the lists. */
    public static byte[] withValidationMaterial(byte[] signature, Collection<X509Certificate> certificates, Revocations revocation)
            throws IOException {
        try {
            CMSSignedData signed = read(signature, new byte[0]);
            Set<X509CertificateHolder> allCertificates = new LinkedHashSet<>(signed.getCertificates().getMatches(null));
            for (X509Certificate certificate : certificates) {
                allCertificates.add(new JcaX509CertificateHolder(certificate));
            }
            Set<Object> allRevocation = new LinkedHashSet<>(signed.getCRLs().getMatches(null));
            for (X509CRL list : revocation.lists()) {
                allRevocation.add(new JcaX509CRLHolder(list));
            }
            Set<OcspAnswer> answers = new LinkedHashSet<>(CmsAnswers.in(signed));
            answers.addAll(revocation.answers());
            allRevocation.addAll(CmsAnswers.formats(answers));
            return CMSSignedData.replaceCertificatesAndCRLs(signed, new CollectionStore<>(allCertificates),
                    new CollectionStore<>(List.of()), new CollectionStore<>(allRevocation)).getEncoded("DER");
        } catch (CMSException | GeneralSecurityException e) {
            throw new IOException("Validation material that cannot be added", e);
        }
    }

    /**
     * Level LTA: an archive timestamp over content, signature, and all that is in it so far.
     *
     * @throws IOException when there is no timestamp to be had, or the signature cannot be read
     */
    public static byte[] archive(byte[] signature, byte[] content, TimestampAuthority authority) throws IOException {
        CMSSignedData signed = read(signature, content);
        SignerInformation signer = onlySigner(signed);
        Attribute index = ArchiveImprint.index(signed, signer);
        byte[] covered = ArchiveImprint.of(signer, content, index);
        byte[] token = authority.stamp(Algorithms.digest("SHA-256").digest(covered));
        try {
            CMSSignedData stamp = new CMSSignedData(token);
            SignerInformation stamper = onlySigner(stamp);
            byte[] indexed = withAttribute(stamp, stamper, index).getEncoded("DER");
            return withAttribute(signed, signer, ARCHIVE_TIMESTAMP_V3, indexed).getEncoded("DER");
        } catch (CMSException e) {
            throw new IOException("The timestamp is not a CMS object", e);
        }
    }

    private static CMSSignedData read(byte[] signature, byte[] content) throws IOException {
        try {
            return new CMSSignedData(new CMSProcessableByteArray(content), signature);
        } catch (CMSException e) {
            throw new IOException("Not a CMS signature", e);
        }
    }

    private static SignerInformation onlySigner(CMSSignedData signed) throws IOException {
        List<SignerInformation> signers = new ArrayList<>(signed.getSignerInfos().getSigners());
        if (signers.size() != 1) {
            throw new IOException("Expected one signer, found " + signers.size());
        }
        return signers.getFirst();
    }

    private static CMSSignedData withAttribute(CMSSignedData signed, SignerInformation signer, ASN1ObjectIdentifier type, byte[] der)
            throws IOException {
        return withAttribute(signed, signer, new Attribute(type, new DERSet(ASN1Primitive.fromByteArray(der))));
    }

    private static CMSSignedData withAttribute(CMSSignedData signed, SignerInformation signer, Attribute attribute) {
        ASN1EncodableVector all = new ASN1EncodableVector();
        if (signer.getUnsignedAttributes() != null) {
            for (Attribute present : signer.getUnsignedAttributes().toASN1Structure().getAttributes()) {
                all.add(present);
            }
        }
        all.add(attribute);
        SignerInformation changed = SignerInformation.replaceUnsignedAttributes(signer, new AttributeTable(all));
        return CMSSignedData.replaceSigners(signed, new SignerInformationStore(changed));
    }
}
