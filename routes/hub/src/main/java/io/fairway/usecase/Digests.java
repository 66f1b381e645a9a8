package io.fairway.usecase;

import io.fairway.document.id.Sha256;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over bytes and parts of them. */
public final class Digests {

    private Digests() {
    }

    public static Sha256 of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    public static Sha256 of(byte[] bytes, int offset, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, offset, length);
            return new Sha256(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
