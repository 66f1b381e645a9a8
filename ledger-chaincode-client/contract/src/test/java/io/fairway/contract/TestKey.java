package io.fairway.contract;

import io.fairway.contract.intent.Intent;
import io.fairway.contract.intent.PublicKey256;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** A signing key as a party would have it. */
record TestKey(KeyPair pair) {
    static TestKey create() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new TestKey(generator.generateKeyPair());
        } catch (GeneralSecurityException cause) {
            throw new AssertionError(cause);
        }
    }

    String spki() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    String id() {
        return new PublicKey256(spki()).id();
    }

    String sign(Intent intent) {
        return sign(intent.signedBytes());
    }

    String sign(byte[] bytes) {
        try {
            Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(pair.getPrivate());
            signer.update(bytes);
            return id() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
        } catch (GeneralSecurityException cause) {
            throw new AssertionError(cause);
        }
    }
}
