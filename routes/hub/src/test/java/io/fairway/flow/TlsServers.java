package io.fairway.flow;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys of TLS servers on this machine, all by one authority, and whoever believes that authority. */
final class TlsServers {
    static final String PASSWORD = "test";
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final X500Name AUTHORITY = new X500Name("CN=A test authority");

    private final Path folder;
    private final KeyPair authority = pair();
    private final X509Certificate root;

    TlsServers(Path folder) {
        this.folder = folder;
        this.root = certificate(AUTHORITY, authority, Instant.parse("2099-01-01T00:00:00Z"));
    }

    /** Writes the key store of a server whose certificate ends then. */
    Path server(Instant until) {
        KeyPair own = pair();
        X509Certificate certificate = certificate(new X500Name("CN=127.0.0.1"), own, until);
        try {
            KeyStore store = empty();
            store.setKeyEntry("server", own.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {certificate, root});
            Path file = folder.resolve(until.getEpochSecond() + ".p12");
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, PASSWORD.toCharArray());
            }
            return file;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    SSLContext believed() {
        try {
            KeyStore store = empty();
            store.setCertificateEntry("root", root);
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore empty() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate certificate(X500Name name, KeyPair own, Instant until) {
        try {
            var builder = new JcaX509v3CertificateBuilder(AUTHORITY, BigInteger.valueOf(until.getEpochSecond() + name.hashCode()).abs(),
                    Date.from(LONG_AGO), Date.from(until), name, own.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(name.equals(AUTHORITY)));
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
            return new JcaX509CertificateConverter().getCertificate(
                    builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
