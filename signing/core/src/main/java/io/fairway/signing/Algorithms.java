package io.fairway.signing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jcajce.provider.asymmetric.ec.BCECPublicKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Who computes what. The JDK signs and digests where it knows the algorithm (its SHA-256 and RSA use the processor's instructions);
 * Bouncy Castle checks elliptic-curve signatures, where it is four times as fast, and does all of SM2 and SM3.
 */
final class Algorithms {
    static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    static final PSSParameterSpec PSS = new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);
    static final DigestCalculatorProvider DIGESTS = digests();

    private Algorithms() {
    }

    private static DigestCalculatorProvider digests() {
        try {
            return new JcaDigestCalculatorProviderBuilder().setProvider(BOUNCY_CASTLE).build();
        } catch (OperatorCreationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    static MessageDigest digest(Suite suite) {
        return digest(suite.digest());
    }

    static MessageDigest digest(String name) {
        try {
            return "SM3".equals(name) ? MessageDigest.getInstance(name, BOUNCY_CASTLE) : MessageDigest.getInstance(name);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No digest " + name, e);
        }
    }

    /** Signs what is written to it, with the provider that holds or suits the key. */
    static ContentSigner signer(SigningKey key) {
        return signer(key.key(), key.suite(), key.token());
    }

    static ContentSigner signer(PrivateKey key, Suite suite) {
        return signer(key, suite, Optional.empty());
    }

    private static ContentSigner signer(PrivateKey key, Suite suite, Optional<Provider> token) {
        try {
            return new SuiteSigner(suite, forSigning(key, suite, token));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign with a key for " + suite, e);
        }
    }

    /** A signature object ready to verify with this key. */
    static Signature verifier(Suite suite, PublicKey key) throws GeneralSecurityException {
        Signature signature = suite == Suite.RSA_PSS_SHA256 ? Signature.getInstance(suite.signature())
                : Signature.getInstance(suite.signature(), BOUNCY_CASTLE);
        if (suite == Suite.RSA_PSS_SHA256) {
            signature.setParameter(PSS);
        }
        signature.initVerify(suite == Suite.RSA_PSS_SHA256 ? key : own(key));
        return signature;
    }

    private static PublicKey own(PublicKey key) throws GeneralSecurityException {
        try {
            return key instanceof BCECPublicKey ? key : BouncyCastleProvider.getPublicKey(SubjectPublicKeyInfo.getInstance(key.getEncoded()));
        } catch (IOException e) {
            throw new InvalidKeyException("Not a public key of an elliptic curve", e);
        }
    }

    /** A signature object ready to sign with this key. */
    static Signature forSigning(SigningKey key) throws GeneralSecurityException {
        return forSigning(key.key(), key.suite(), key.token());
    }

    private static Signature forSigning(PrivateKey key, Suite suite, Optional<Provider> token) throws GeneralSecurityException {
        Signature signature;
        if (token.isPresent()) {
            signature = Signature.getInstance(suite.signature(), token.get());
        } else {
            signature = suite == Suite.SM2_SM3 ? Signature.getInstance(suite.signature(), BOUNCY_CASTLE) : Signature.getInstance(suite.signature());
        }
        if (suite == Suite.RSA_PSS_SHA256) {
            signature.setParameter(PSS);
        }
        signature.initSign(key);
        return signature;
    }
}
