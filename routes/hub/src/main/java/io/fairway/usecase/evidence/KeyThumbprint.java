package io.fairway.usecase.evidence;

import io.fairway.signing.Digest;
import io.fairway.signing.Suite;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The name under which a key is enrolled (RFC 7638 over RFC 7517); SM2 keys by the curve name {@code SM2}, which is ours. */
final class KeyThumbprint {
    private static final int COORDINATE = 32;

    private KeyThumbprint() {
    }

    /** @return SHA-256 in base64url; empty for a key that no suite signs with */
    static Optional<String> of(PublicKey key) {
        return Suite.of(key).flatMap(suite -> members(key, suite)).map(members ->
                base64(Digest.sha256(members.getBytes(StandardCharsets.US_ASCII))));
    }

    private static Optional<String> members(PublicKey key, Suite suite) {
        return switch (key) {
            case ECPublicKey point -> Optional.of("{\"crv\":\"%s\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}".formatted(
                    suite == Suite.SM2_SM3 ? "SM2" : "P-256", base64(padded(point.getW().getAffineX())), base64(padded(point.getW().getAffineY()))));
            case RSAPublicKey numbers -> Optional.of("{\"e\":\"%s\",\"kty\":\"RSA\",\"n\":\"%s\"}".formatted(
                    base64(unsigned(numbers.getPublicExponent())), base64(unsigned(numbers.getModulus()))));
            default -> Optional.empty();
        };
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 && bytes.length > 1 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static byte[] padded(BigInteger number) {
        byte[] bytes = unsigned(number);
        byte[] out = new byte[COORDINATE];
        System.arraycopy(bytes, 0, out, COORDINATE - bytes.length, bytes.length);
        return out;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
