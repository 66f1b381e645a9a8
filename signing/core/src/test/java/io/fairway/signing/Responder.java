package io.fairway.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Answers as an authority, or a responder it named, gives them. */
record Responder(PrivateKey key, X509CertificateHolder certificate, X509Certificate issuer) {

    /** The authority itself. */
    static Responder of(SigningKey authority) throws GeneralSecurityException {
        return new Responder(authority.key(), new JcaX509CertificateHolder(authority.certificate()), authority.certificate());
    }

    /** One whose certificate the authority made for this use. */
    static Responder named(SigningKey authority, KeyPurposeId purpose) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
        var builder = new JcaX509v3CertificateBuilder(authority.certificate(), BigInteger.TEN, Date.from(Pki.NOW.minusSeconds(60)),
                Date.from(Pki.NOW.plusSeconds(86_400)), new X500Name("CN=Responder"), pair.getPublic());
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
        return new Responder(pair.getPrivate(), builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority.key())),
                authority.certificate());
    }

    /** @param revokedAt empty when it is good */
    OcspAnswer about(X509Certificate asked, Instant at, Optional<Instant> revokedAt) throws GeneralSecurityException {
        try {
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var basic = new BasicOCSPRespBuilder(new RespID(certificate.getSubject()));
            var id = new CertificateID(digests.get(CertificateID.HASH_SHA1), new JcaX509CertificateHolder(issuer), asked.getSerialNumber());
            CertificateStatus status = revokedAt.<CertificateStatus>map(when -> new RevokedStatus(Date.from(when), 1)).orElse(CertificateStatus.GOOD);
            basic.addResponse(id, status, Date.from(at), Date.from(at.plusSeconds(86_400)));
            var answer = basic.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key), new X509CertificateHolder[] {certificate}, Date.from(at));
            return OcspAnswer.read(new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, answer).getEncoded());
        } catch (OCSPException | OperatorCreationException | IOException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
