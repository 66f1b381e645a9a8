package io.fairway.signing;

import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * Certificates that signatures carry, each read once: reading one takes as long as checking a signature. The same bytes give the same certificate,
 * whoever sends them, and none is trusted for being known. Large ones are read each time.
 * Only for checking: who writes key files gets certificates of his own, since Bouncy Castle notes the name of a key file's entry on them.
 */
final class KnownCertificates {
    private static final int LARGEST = 8 * 1024;

    private static final Remembered<ByteBuffer, X509Certificate> KNOWN = new Remembered<>();

    private KnownCertificates() {
    }

    /**
     * @param der one certificate (RFC 5280); not kept itself
     * @throws CertificateException when it is not one
     */
    static X509Certificate presented(byte[] der) throws CertificateException {
        Optional<X509Certificate> known = KNOWN.find(ByteBuffer.wrap(der));
        if (known.isPresent()) {
            return known.get();
        }
        X509Certificate read = Certificates.certificate(der);
        if (der.length <= LARGEST) {
            KNOWN.keep(ByteBuffer.wrap(der.clone()).asReadOnlyBuffer(), read);
        }
        return read;
    }
}
