package io.fairway.ledger.fabric;

import io.fairway.ledger.LedgerProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.Signer;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;

/**
 * Who we are on the ledger: certificate, and what signs with its key.
 *
 * @param identity organisation and certificate
 * @param signer signs SHA-256 digests with its key
 */
record LedgerIdentity(X509Identity identity, Signer signer) {

    /**
     * Reads it from files.
     *
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if a file holds something else; the message names it
     */
    static LedgerIdentity read(LedgerProfile.Identity files) throws IOException {
        return switch (files) {
            case LedgerProfile.KeyFiles(var msp, var certificate, var key) -> ofKeyFiles(msp, certificate, key);
            case LedgerProfile.KeyStoreFile(var msp, var keystore, var passwordFile) -> ofKeyStore(msp, keystore, passwordFile);
        };
    }

    private static LedgerIdentity ofKeyFiles(String mspId, Path certificate, Path key) throws IOException {
        try {
            return of(mspId, Identities.readX509Certificate(Files.readString(certificate)), Identities.readPrivateKey(Files.readString(key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Expected a certificate in " + certificate + " and a PKCS#8 key in " + key, e);
        }
    }

    private static LedgerIdentity ofKeyStore(String mspId, Path keystore, Path passwordFile) throws IOException {
        var password = Files.readString(passwordFile, StandardCharsets.UTF_8).lines().findFirst().orElse("").toCharArray();
        try (var in = Files.newInputStream(keystore)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            for (var alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof PrivateKey key && store.getCertificate(alias) instanceof X509Certificate certificate) {
                    return of(mspId, certificate, key);
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Expected a PKCS#12 file with the password of " + passwordFile + ": " + keystore, e);
        }
        throw new IllegalArgumentException("No key with a certificate in " + keystore);
    }

    private static LedgerIdentity of(String mspId, X509Certificate certificate, PrivateKey key) {
        return new LedgerIdentity(new X509Identity(mspId, certificate), Signers.newPrivateKeySigner(key));
    }
}
