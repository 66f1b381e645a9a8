package io.fairway.bench.signing;

import io.fairway.signing.SigningKey;
import io.fairway.signing.Suite;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The bound: one signature made or checked over the content, by the provider that {@code signing/core} uses for it, and nothing else. */
public final class Bare implements Subject {
    private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();

    @Override
    public Optional<Supplier<byte[]>> signing(Case each, Keys keys, byte[] content) {
        return Optional.of(() -> sign(keys.seal(), content));
    }

    private static byte[] sign(SigningKey seal, byte[] content) {
        try {
            var signature = seal.suite() == Suite.SM2_SM3 ? Signature.getInstance("SM3withSM2", BOUNCY_CASTLE) : known(seal.suite());
            signature.initSign(seal.key());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign with " + seal.suite(), e);
        }
    }

    private static Signature known(Suite suite) throws GeneralSecurityException {
        if (suite == Suite.ECDSA_P256_SHA256) {
            return Signature.getInstance("SHA256withECDSA");
        }
        var signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        return signature;
    }

    @Override
    public Optional<Runnable> verifying(Case each, Keys keys, byte[] content, byte[] signed) {
        var value = sign(keys.seal(), content);
        return Optional.of(() -> verify(keys.seal(), content, value));
    }

    private static void verify(SigningKey seal, byte[] content, byte[] value) {
        try {
            var signature = switch (seal.suite()) {
                case ECDSA_P256_SHA256 -> Signature.getInstance("SHA256withECDSA", BOUNCY_CASTLE);
                case RSA_PSS_SHA256 -> known(seal.suite());
                case SM2_SM3 -> Signature.getInstance("SM3withSM2", BOUNCY_CASTLE);
            };
            signature.initVerify(seal.certificate().getPublicKey());
            signature.update(content);
            if (!signature.verify(value)) {
                throw new IllegalStateException("A bare signature does not stand");
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot verify with " + seal.suite(), e);
        }
    }
}
