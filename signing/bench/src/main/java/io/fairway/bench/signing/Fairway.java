package io.fairway.bench.signing;

import io.fairway.signing.Cades;
import io.fairway.signing.CadesVerifier;
import io.fairway.signing.Jws;
import io.fairway.signing.JwsVerifier;
import io.fairway.signing.Pades;
import io.fairway.signing.PadesVerifier;
import io.fairway.signing.Verdict;
import io.fairway.signing.Xades;
import io.fairway.signing.XadesVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code signing/core} at level B, as the hub calls it: verifying takes the chain and its trust into account. */
public final class Fairway implements Subject {
    @Override
    public Optional<Supplier<byte[]>> signing(Case each, Keys keys, byte[] content) {
        var key = keys.seal();
        return Optional.of(switch (each.form()) {
            case CADES -> () -> Cades.sign(content, key, keys.now());
            case XADES -> () -> Xades.signEnveloped(content, key, keys.now());
            case JWS -> () -> Jws.sign(content, key, Jws.Naming.CHAIN, keys.now()).getBytes(StandardCharsets.US_ASCII);
            case PADES -> () -> pdf(content, keys);
        });
    }

    private static byte[] pdf(byte[] content, Keys keys) {
        try {
            return Pades.sign(content, keys.seal(), Optional.empty(), keys.now(), Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Runnable> verifying(Case each, Keys keys, byte[] content, byte[] signed) {
        var policy = keys.policy();
        return Optional.of(switch (each.form()) {
            case CADES -> () -> passed(new CadesVerifier(policy).verify(content, signed, keys.now()));
            case XADES -> () -> passed(new XadesVerifier(policy).verifyEnveloped(signed, keys.now()));
            case JWS -> () -> passed(new JwsVerifier(policy).verify(new String(signed, StandardCharsets.US_ASCII), keys.now()));
            case PADES -> () -> passed(new PadesVerifier(policy).verify(signed, keys.now()));
        });
    }

    private static void passed(Verdict verdict) {
        if (!(verdict instanceof Verdict.TotalPassed)) {
            throw new IllegalStateException("Our own signature: " + verdict);
        }
    }
}
