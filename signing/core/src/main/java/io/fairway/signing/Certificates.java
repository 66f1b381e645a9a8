package io.fairway.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.util.Store;

/** Certificates and revocation lists read with the one factory that knows every suite's curve. */
public final class Certificates {
    private static final int PEM_LINE = 64;

    private Certificates() {
    }

    /**
     * @param der one certificate (RFC 5280)
     * @throws CertificateException when it is not one
     */
    public static X509Certificate certificate(byte[] der) throws CertificateException {
        if (factory().generateCertificate(new ByteArrayInputStream(der)) instanceof X509Certificate certificate) {
            return certificate;
        }
        throw new CertificateException("Not a certificate");
    }

    /**
     * @param der one certificate revocation list (RFC 5280)
     * @throws GeneralSecurityException when it is not one
     */
    public static X509CRL revocationList(byte[] der) throws GeneralSecurityException {
        if (factory().generateCRL(new ByteArrayInputStream(der)) instanceof X509CRL list) {
            return list;
        }
        throw new CertificateException("Not a revocation list");
    }

    /** Whose it is: the distinguished name (RFC 2253), safe to show. */
    public static String owner(X509Certificate certificate) {
        return ChainCheck.name(certificate);
    }

    /** Certificates as PEM (RFC 7468), always in the same order. */
    public static String pem(Collection<X509Certificate> certificates) {
        return certificates.stream().map(Certificates::pem).sorted().collect(Collectors.joining());
    }

    private static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was read cannot be written", e);
        }
    }

    /**
     * @param pem any number of certificates (RFC 7468)
     * @throws CertificateException when one cannot be read
     */
    public static List<X509Certificate> fromPem(byte[] pem) throws CertificateException {
        List<X509Certificate> found = new ArrayList<>();
        for (Certificate each : factory().generateCertificates(new ByteArrayInputStream(pem))) {
            if (each instanceof X509Certificate certificate) {
                found.add(certificate);
            }
        }
        return found;
    }

    static List<X509Certificate> in(Store<X509CertificateHolder> store) throws CertificateException {
        List<X509Certificate> found = new ArrayList<>();
        for (X509CertificateHolder holder : store.getMatches(null)) {
            try {
                found.add(KnownCertificates.presented(holder.getEncoded()));
            } catch (IOException e) {
                throw new CertificateException("A certificate that cannot be read", e);
            }
        }
        return found;
    }

    static List<X509CRL> listsIn(Store<X509CRLHolder> store) throws GeneralSecurityException {
        List<X509CRL> found = new ArrayList<>();
        for (X509CRLHolder holder : store.getMatches(null)) {
            try {
                found.add(revocationList(holder.getEncoded()));
            } catch (IOException e) {
                throw new CertificateException("A revocation list that cannot be read", e);
            }
        }
        return found;
    }

    /** RFC 3161, section 2.3: extended key usage critical, and timeStamping its only purpose. */
    static boolean isForTimestampsAlone(X509Certificate certificate) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes != null && purposes.equals(List.of(KeyPurposeId.id_kp_timeStamping.getId()))
                    && certificate.getCriticalExtensionOIDs().contains(Extension.extendedKeyUsage.getId());
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    private static CertificateFactory factory() {
        try {
            return CertificateFactory.getInstance("X.509", Algorithms.BOUNCY_CASTLE);
        } catch (CertificateException e) {
            throw new IllegalStateException("Bouncy Castle reads no certificates", e);
        }
    }
}
