package io.fairway.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.util.Store;

/** Certificates and revocation lists read with the one factory that knows every suite's curve. */
public final class Certificates {
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

    static List<X509Certificate> in(Store<X509CertificateHolder> store) throws CertificateException {
        List<X509Certificate> found = new ArrayList<>();
        for (X509CertificateHolder holder : store.getMatches(null)) {
            try {
                found.add(certificate(holder.getEncoded()));
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
