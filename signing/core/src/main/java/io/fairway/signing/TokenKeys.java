package io.fairway.signing;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Keys in a token that never leave it (PKCS#11, such as a hardware security module or a smart card). */
public final class TokenKeys {
    private final Provider provider;
    private final KeyStore store;

    private TokenKeys(Provider provider, KeyStore store) {
        this.provider = provider;
        this.store = store;
    }

    /**
     * @param configuration the JDK's PKCS#11 configuration file: {@code name}, {@code library} and {@code slot} or {@code slotListIndex}
     * @throws IOException when the library or the token is not there, or the PIN is wrong
     */
    public static TokenKeys open(Path configuration, char[] pin) throws IOException, GeneralSecurityException {
        try {
            Provider provider = Security.getProvider("SunPKCS11").configure(configuration.toString());
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin);
            return new TokenKeys(provider, store);
        } catch (InvalidParameterException | KeyStoreException e) {
            throw new IOException("No token behind " + configuration.getFileName() + ": " + e.getMessage(), e);
        }
    }

    /** @throws KeyStoreException when there is no private key with a certificate under this alias, or no suite signs with it */
    public SigningKey key(String alias) throws GeneralSecurityException {
        Certificate[] entries = store.getCertificateChain(alias);
        if (entries == null || !(store.getKey(alias, null) instanceof PrivateKey key)) {
            throw new KeyStoreException("No key with a certificate under '" + alias + "'");
        }
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate entry : entries) {
            chain.add(Certificates.certificate(entry.getEncoded()));
        }
        Suite suite = Suite.of(chain.getFirst().getPublicKey())
                .orElseThrow(() -> new KeyStoreException("No suite signs with the key under '" + alias + "'"));
        return new SigningKey(key, chain, suite, Optional.of(provider));
    }

    /** Every key with a certificate in the token, by alias. */
    public List<SigningKey> keys() throws GeneralSecurityException {
        List<SigningKey> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases()).stream().sorted().toList()) {
            if (store.isKeyEntry(alias)) {
                keys.add(key(alias));
            }
        }
        return keys;
    }

    /** Puts the certificate chain for a key into the token that holds it. */
    void certify(String alias, PrivateKey key, List<X509Certificate> chain) throws GeneralSecurityException {
        store.setKeyEntry(alias, key, null, chain.toArray(new X509Certificate[0]));
    }

    Provider provider() {
        return provider;
    }
}
