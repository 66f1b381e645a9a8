package io.fairway.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A PKCS#12 file (RFC 7292) with signing keys and the certificates that name their owner. */
public final class KeyFile {
    private static final String ALIAS = "seal";

    private final Path file;
    private final char[] password;

    public KeyFile(Path file, char[] password) {
        this.file = file;
        this.password = password.clone();
    }

    /** Whether there is such a file. */
    public boolean exists() {
        return Files.exists(file);
    }

    /**
     * Every key in the file, by alias.
     *
     * @throws IOException when the file cannot be read, the password is wrong, or it holds no key that a suite signs with
     */
    public List<SigningKey> open() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12", Algorithms.BOUNCY_CASTLE);
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        List<SigningKey> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases()).stream().sorted().toList()) {
            if (store.getKey(alias, password) instanceof PrivateKey key) {
                keys.add(SigningKey.of(key, chain(store.getCertificateChain(alias))));
            }
        }
        if (keys.isEmpty()) {
            throw new IOException("No signing key in " + file.getFileName());
        }
        return keys;
    }

    private static List<X509Certificate> chain(Certificate[] entries) throws GeneralSecurityException {
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate entry : entries) {
            chain.add(Certificates.certificate(entry.getEncoded()));
        }
        return chain;
    }

    /** Writes the file with this one key: beside and renamed, so that a crash leaves either no file or a whole one; for its owner only. */
    public void store(SigningKey key) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12", Algorithms.BOUNCY_CASTLE);
        store.load(null, null);
        store.setKeyEntry(ALIAS, key.key(), password, key.chain().toArray(new Certificate[0]));
        Path unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), "key", ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            store.store(out, password);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
