package io.fairway.ledger.proof;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Optional;

/**
 * Who signed something on the ledger: Fabric's serialized identity, that is the organisation's MSP id and an X.509 certificate.
 * Nothing is said yet about whether the organisation vouches for it; {@link NetworkTrust} does that.
 */
public final class SignedBy {
    private static final String ECDSA = "SHA256withECDSA";

    private final byte[] bytes;
    private final String mspId;
    private final byte[] encoded;
    private final Optional<Provider> provider;
    private volatile Optional<X509Certificate> certificate = Optional.empty();

    private SignedBy(byte[] bytes, String mspId, byte[] encoded, Optional<Provider> provider) {
        this.bytes = bytes;
        this.mspId = mspId;
        this.encoded = encoded;
        this.provider = provider;
    }

    static SignedBy read(byte[] serialized) {
        var identity = WireMessage.read(serialized);
        return new SignedBy(serialized.clone(), identity.text(1), identity.value(2), Optional.empty());
    }

    /** The same identity, whose signatures this provider checks. */
    SignedBy checkedBy(Provider checking) {
        var same = new SignedBy(bytes, mspId, encoded, Optional.of(checking));
        same.certificate = certificate;
        return same;
    }

    /** The organisation, by its MSP id. */
    public String mspId() {
        return mspId;
    }

    /**
     * The certificate; read when it is first asked for, since the same few identities sign everything.
     *
     * @throws UnreadableException if there is none
     */
    public X509Certificate certificate() {
        var known = certificate;
        if (known.isPresent()) {
            return known.get();
        }
        var read = readCertificate();
        certificate = Optional.of(read);
        return read;
    }

    private X509Certificate readCertificate() {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        } catch (CertificateException e) {
            throw new UnreadableException("An identity holds no X.509 certificate", e);
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Whether this is an ECDSA signature over SHA-256 of the parts, with the smaller of the two possible s (Fabric takes no other). */
    boolean signed(byte[] signature, byte[]... parts) {
        if (!(certificate().getPublicKey() instanceof ECPublicKey key)) {
            return false;
        }
        var half = key.getParams().getOrder().shiftRight(1);
        try {
            if (Der.secondOfSignature(signature).compareTo(half) > 0) {
                return false;
            }
            var ecdsa = provider.isPresent() ? Signature.getInstance(ECDSA, provider.get()) : Signature.getInstance(ECDSA);
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
        try {
            return mspId + " (" + certificate().getSubjectX500Principal() + ")";
        } catch (UnreadableException e) {
            return mspId + " (no certificate)";
        }
    }
}
