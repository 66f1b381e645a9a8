package io.fairway.signing;

import java.io.OutputStream;
import java.security.MessageDigest;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;

/** Digests by the provider that is fastest for each; SHA-256, SHA-384, SHA-512 and SM3 only. */
final class FastDigests implements DigestCalculatorProvider {

    @Override
    public DigestCalculator get(AlgorithmIdentifier algorithm) throws OperatorCreationException {
        return new Calculator(algorithm, Algorithms.digest(name(algorithm)));
    }

    /** @throws IllegalArgumentException for a digest that is not accepted */
    byte[] digest(AlgorithmIdentifier algorithm, byte[] bytes) {
        try {
            return Algorithms.digest(name(algorithm)).digest(bytes);
        } catch (OperatorCreationException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static String name(AlgorithmIdentifier algorithm) throws OperatorCreationException {
        var identifier = algorithm.getAlgorithm();
        if (NISTObjectIdentifiers.id_sha256.equals(identifier)) {
            return "SHA-256";
        }
        if (NISTObjectIdentifiers.id_sha384.equals(identifier)) {
            return "SHA-384";
        }
        if (NISTObjectIdentifiers.id_sha512.equals(identifier)) {
            return "SHA-512";
        }
        if (GMObjectIdentifiers.sm3.equals(identifier)) {
            return "SM3";
        }
        throw new OperatorCreationException("Digest refused: " + identifier);
    }

    private record Calculator(AlgorithmIdentifier algorithm, MessageDigest digest) implements DigestCalculator {

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm;
        }

        @Override
        public OutputStream getOutputStream() {
            return new OutputStream() {
                @Override
                public void write(int b) {
                    digest.update((byte) b);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) {
                    digest.update(bytes, offset, length);
                }
            };
        }

        @Override
        public byte[] getDigest() {
            return digest.digest();
        }
    }
}
