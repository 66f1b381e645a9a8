package io.fairway.boot;

import io.fairway.identity.OwnerFile;
import io.fairway.ledger.IntentSignature;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/**
 * Intent keys as files, two lines of Base64 each: PKCS#8 and SubjectPublicKeyInfo. The hub reads those of parties that left them in its
 * custody; for development it also makes the keys of the parties that hold their own, as it draws their client secrets, and never reads them.
 */
final class PartyKeys {
    private final Path folder;
    private final SecureRandom random;

    PartyKeys(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    /** The key of a party, if it lies here. */
    Optional<KeyPair> find(String party) {
        return file(party).read().map(PartyKeys::parse);
    }

    /** The key of a party; made when there is none. */
    KeyPair findOrMake(String party) {
        return find(party).orElseGet(() -> {
            try {
                var generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"), random);
                KeyPair made = generator.generateKeyPair();
                var base64 = Base64.getEncoder();
                file(party).write((base64.encodeToString(made.getPrivate().getEncoded()) + "\n"
                        + base64.encodeToString(made.getPublic().getEncoded()) + "\n").getBytes(StandardCharsets.US_ASCII));
                return made;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every Java platform has P-256", e);
            }
        });
    }

    /** An intent signed with such a key. */
    static String sign(KeyPair key, String intent) {
        return IntentSignature.sign(intent, key.getPrivate(), key.getPublic());
    }

    private OwnerFile file(String party) {
        return new OwnerFile(folder.resolve(party + ".key"));
    }

    private static KeyPair parse(byte[] content) {
        String[] lines = new String(content, StandardCharsets.US_ASCII).split("\n");
        try {
            var factory = KeyFactory.getInstance("EC");
            return new KeyPair(factory.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(lines[1]))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines[0]))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An intent key cannot be read; the file has a PKCS#8 key and a public key of P-256", e);
        }
    }
}
