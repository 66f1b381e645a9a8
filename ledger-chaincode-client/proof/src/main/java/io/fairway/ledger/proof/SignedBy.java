package io.fairway.ledger.proof;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;

/**
 * Who signed something on the ledger: Fabric's serialized identity, that is the organisation's MSP id and an X.509 certificate.
 * Nothing is said yet about whether the organisation vouches for it; {@link NetworkTrust} does that.
 */
public final class SignedBy {
    private final byte[] bytes;
    private final String mspId;
    private final X509Certificate certificate;

    private SignedBy(byte[] bytes, String mspId, X509Certificate certificate) {
        this.bytes = bytes;
        this.mspId = mspId;
        this.certificate = certificate;
    }

    static SignedBy read(byte[] serialized) {
        var identity = WireMessage.read(serialized);
        try {
            var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(identity.value(2)));
            return new SignedBy(serialized.clone(), identity.text(1), certificate);
        } catch (CertificateException e) {
            throw new UnreadableException("An identity holds no X.509 certificate", e);
        }
    }

    /** The organisation, by its MSP id. */
    public String mspId() {
        return mspId;
    }

    /** The certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Whether this is an ECDSA signature over SHA-256 of the parts, with the smaller of the two possible s (Fabric takes no other). */
    boolean signed(byte[] signature, byte[]... parts) {
        if (!(certificate.getPublicKey() instanceof ECPublicKey key)) {
            return false;
        }
        var half = key.getParams().getOrder().shiftRight(1);
        try {
            if (Der.secondOfSignature(signature).compareTo(half) > 0) {
                return false;
            }
            var ecdsa = Signature.getInstance("SHA256withECDSA");
            ecdsa.initVerify(key);
            for (var part : parts) {
                ecdsa.update(part);
            }
            return ecdsa.verify(signature);
        } catch (GeneralSecurityException | UnreadableException e) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedBy that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return mspId + " (" + certificate.getSubjectX500Principal() + ")";
    }
}
