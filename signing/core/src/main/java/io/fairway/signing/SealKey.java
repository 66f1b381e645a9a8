package io.fairway.signing;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** An organisation's sealing key and the certificate that names it. */
public record SealKey(PrivateKey key, X509Certificate certificate) {
}
