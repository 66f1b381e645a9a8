package io.fairway.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * A timestamp authority of our own (RFC 3161), for development and for tests; also answers requests that come over HTTP. Its certificate
 * needs the extended key usage {@code timeStamping} alone, critical.
 */
public final class SigningTimestampAuthority implements TimestampAuthority {
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.25.305821105408246119474742976030998643995");
    private static final int SERIAL_BITS = 127;

    private final SigningKey key;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** @throws IllegalArgumentException when the certificate is not one for timestamps */
    public SigningTimestampAuthority(SigningKey key, InstantSource clock) {
        if (!Certificates.isForTimestampsAlone(key.certificate())) {
            throw new IllegalArgumentException("Not a certificate for timestamps: " + key.certificate().getSubjectX500Principal());
        }
        this.key = key;
        this.clock = clock;
    }

    @Override
    public byte[] stamp(byte[] digest) throws IOException {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        try {
            var answer = new TimeStampResponse(answer(generator.generate(TSPAlgorithms.SHA256, digest).getEncoded()));
            return answer.getTimeStampToken().getEncoded();
        } catch (TSPException e) {
            throw new IOException("Cannot stamp", e);
        }
    }

    /**
     * @param request DER of a TimeStampReq
     * @return DER of a TimeStampResp; a rejection when the request asks for another digest than SHA-256
     * @throws IOException when the request cannot be read
     */
    public byte[] answer(byte[] request) throws IOException {
        try {
            var tokens = new TimeStampTokenGenerator(signer(), Algorithms.DIGESTS.get(Suite.ECDSA_P256_SHA256.digestIdentifier()), POLICY);
            tokens.addCertificates(new JcaCertStore(key.chain()));
            var responses = new TimeStampResponseGenerator(tokens, Set.of(TSPAlgorithms.SHA256.getId()));
            return responses.generate(new TimeStampRequest(request), new BigInteger(SERIAL_BITS, random), Date.from(clock.instant()))
                    .getEncoded();
        } catch (TSPException | OperatorCreationException | CertificateEncodingException e) {
            throw new IOException("Cannot stamp", e);
        }
    }

    private SignerInfoGenerator signer() throws OperatorCreationException, CertificateEncodingException {
        var time = new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(clock.instant()))));
        return new SignerInfoGeneratorBuilder(Algorithms.DIGESTS)
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(new DERSet(time))))
                .build(Algorithms.signer(key), new JcaX509CertificateHolder(key.certificate()));
    }
}
