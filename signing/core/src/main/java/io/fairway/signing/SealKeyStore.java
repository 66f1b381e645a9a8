package io.fairway.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A PKCS#12 file (RFC 7292) with one sealing key. */
public final class SealKeyStore {
    private static final String ALIAS = "seal";
    private static final int SERIAL_BITS = 127;

    private final Path file;
    private final char[] password;

    public SealKeyStore(Path file, char[] password) {
        this.file = file;
        this.password = password.clone();
    }

    /**
     * The key in the file; when there is no file yet, a new P-256 key with a self-signed certificate, for development.
     *
     * @param organisation common name of the certificate
     * @throws IOException when the file cannot be read or written, or the password is wrong
     */
    public SigningKey openOrCreate(String organisation, Instant now) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            store(create(organisation, now));
        }
        return open();
    }

    /** @throws IOException when there is no such file, or the password is wrong */
    public SigningKey open() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        if (store.getKey(ALIAS, password) instanceof PrivateKey key && store.getCertificate(ALIAS) instanceof X509Certificate certificate) {
            return SigningKey.of(key, List.of(certificate));
        }
        throw new IOException("No sealing key under the alias '" + ALIAS + "' in " + file.getFileName());
    }

    private static SigningKey create(String organisation, Instant now) throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        var name = new X500Name("CN=" + organisation);
        Instant end = now.atOffset(ZoneOffset.UTC).plus(Period.ofYears(2)).toInstant();
        var builder = new JcaX509v3CertificateBuilder(name, new BigInteger(SERIAL_BITS, new SecureRandom()), Date.from(now),
                Date.from(end), name, pair.getPublic());
        try {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
            return SigningKey.of(pair.getPrivate(), List.of(new JcaX509CertificateConverter().getCertificate(builder.build(signer))));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("Cannot certify a new sealing key", e);
        }
    }

    /** Written beside and renamed, so that a crash leaves either no file or a whole one. */
    private void store(SigningKey key) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(ALIAS, key.key(), password, new Certificate[] {key.certificate()});
        Path unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), "seal", ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            store.store(out, password);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
