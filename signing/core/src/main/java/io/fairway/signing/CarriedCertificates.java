package io.fairway.signing;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/**
 * What a signature carries of its signer's certificates, the same in each: read once for each key, since reading takes as long as signing.
 *
 * @param signer the signer's own certificate
 * @param all the signer's and its issuers' as far as they are sent along
 * @param binding the signed attribute that binds the signer's certificate (signing-certificate-v2, RFC 5035)
 */
record CarriedCertificates(X509CertificateHolder signer, JcaCertStore all, Attribute binding) {
    private static final Remembered<List<X509Certificate>, CarriedCertificates> KNOWN = new Remembered<>();

    static CarriedCertificates of(SigningKey key) throws CertificateEncodingException {
        Optional<CarriedCertificates> known = KNOWN.find(key.chain());
        if (known.isPresent()) {
            return known.get();
        }
        CarriedCertificates read = read(key);
        KNOWN.keep(key.chain(), read);
        return read;
    }

    private static CarriedCertificates read(SigningKey key) throws CertificateEncodingException {
        var holder = new JcaX509CertificateHolder(key.certificate());
        byte[] digest = Algorithms.digest(key.suite()).digest(key.certificate().getEncoded());
        var serial = new IssuerSerial(new GeneralNames(new GeneralName(holder.getIssuer())), holder.getSerialNumber());
        var binding = new SigningCertificateV2(new ESSCertIDv2(key.suite().digestIdentifier(), digest, serial));
        return new CarriedCertificates(holder, new JcaCertStore(key.chain()),
                new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(binding)));
    }
}
