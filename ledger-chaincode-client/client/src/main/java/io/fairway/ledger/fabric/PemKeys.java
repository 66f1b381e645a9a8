package io.fairway.ledger.fabric;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.hyperledger.fabric.client.identity.Identities;

/** Keys of a party, in PEM files on its own machine. */
final class PemKeys {
    private static final String PUBLIC_KEY = "PUBLIC KEY-----";

    private PemKeys() {}

    /** A private key in PKCS#8. */
    static PrivateKey privateKey(Path file) throws IOException {
        try {
            return Identities.readPrivateKey(Files.readString(file));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Expected a PKCS#8 key in PEM: " + file, e);
        }
    }

    /** A public key, or that of a certificate. */
    static PublicKey publicKey(Path file) throws IOException {
        var pem = Files.readString(file);
        try {
            if (!pem.contains(PUBLIC_KEY)) {
                return Identities.readX509Certificate(pem).getPublicKey();
            }
            var content = pem.substring(pem.indexOf(PUBLIC_KEY) + PUBLIC_KEY.length(), pem.indexOf("-----END"));
            return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(content)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Expected a certificate or a public key in PEM: " + file, e);
        }
    }
}
