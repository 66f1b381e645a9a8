package io.fairway.devledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/** Certificates and keys in the form Fabric keeps them: PEM, keys as PKCS #8. */
final class Pem {
    private Pem() {}

    static String text(X509Certificate certificate) {
        try {
            return text("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateException e) {
            throw new IllegalStateException("A certificate that was read cannot be written", e);
        }
    }

    static X509Certificate certificate(byte[] pem) throws CertificateException {
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
    }

    static X509Certificate certificate(Path file) throws IOException {
        try {
            return certificate(Files.readAllBytes(file));
        } catch (CertificateException e) {
            throw new IOException("Not a certificate: " + file, e);
        }
    }

    static PrivateKey key(Path file) throws IOException {
        try (var reader = new PemReader(new StringReader(Files.readString(file)))) {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(reader.readPemObject().getContent()));
        } catch (GeneralSecurityException e) {
            throw new IOException("Not a private key: " + file, e);
        }
    }

    static void write(Path file, X509Certificate certificate) throws IOException {
        Files.writeString(file, text(certificate), StandardCharsets.US_ASCII);
    }

    /** Only the owner may read a key. */
    static void write(Path file, PrivateKey key) throws IOException {
        Files.writeString(file, "", StandardCharsets.US_ASCII);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(file, text("PRIVATE KEY", key.getEncoded()), StandardCharsets.US_ASCII);
    }

    private static String text(String type, byte[] content) {
        var text = new StringWriter();
        try (var writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, content));
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory failed", e);
        }
        return text.toString();
    }
}
