package io.fairway.signing;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Detached CAdES signatures over any bytes (ETSI EN 319 122-1, baseline level B): CMS SignedData (RFC 5652) with content type, message
 * digest, signing time and signing-certificate-v2 signed, and the signer's certificates inside. {@link CadesLevels} adds what later levels
 * need.
 */
public final class Cades {
    private Cades() {
    }

    /**
     * @param at signing time as the signer states it; UTC, cut to seconds
     * @return DER of the ContentInfo; two calls give different bytes for suites that draw a random number
     * @throws NoUsableKeyException when the certificate is not valid at that time
     */
    public static byte[] sign(byte[] content, SigningKey key, Instant at) {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
        return sign(content, key, at, attributes);
    }

    /** For PDF, where the signing time stands in the signature dictionary and must not stand here (EN 319 142-1, 6.3). */
    static byte[] signWithoutTime(byte[] content, SigningKey key, Instant at) {
        return sign(content, key, at, new ASN1EncodableVector());
    }

    private static byte[] sign(byte[] content, SigningKey key, Instant at, ASN1EncodableVector attributes) {
        if (!key.isValidAt(at)) {
            throw new NoUsableKeyException("The certificate of " + key.certificate().getSubjectX500Principal() + " is not valid at " + at);
        }
        try {
            CarriedCertificates carried = CarriedCertificates.of(key);
            attributes.add(carried.binding());
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new SignerInfoGeneratorBuilder(new FastDigests())
                    .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
                    .setContentDigest(key.suite().digestIdentifier())
                    .build(Algorithms.signer(key), carried.signer()));
            generator.addCertificates(carried.all());
            return generator.generate(new CMSProcessableByteArray(content), false).getEncoded("DER");
        } catch (OperatorCreationException | CertificateEncodingException | CMSException | IOException e) {
            throw new IllegalStateException("Cannot sign with the key of " + key.certificate().getSubjectX500Principal(), e);
        }
    }
}
