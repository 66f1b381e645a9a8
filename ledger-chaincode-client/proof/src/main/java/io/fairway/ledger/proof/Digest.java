package io.fairway.ledger.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 value: 32 bytes, compared by content. It takes and gives copies. */
public final class Digest {
    /** Length in bytes. */
    public static final int LENGTH = 32;

    private final byte[] value;

    private Digest(byte[] value) {
        this.value = value;
    }

    /** The digest with these 32 bytes. */
    public static Digest of(byte[] value) {
        if (value.length != LENGTH) {
            throw new IllegalArgumentException("A digest has 32 bytes, found " + value.length);
        }
        return new Digest(value.clone());
    }

    /** The digest written as 64 hexadecimal digits. */
    public static Digest ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** SHA-256 over the parts, one after another without separators. */
    public static Digest over(byte[]... parts) {
        var sha256 = sha256();
        for (var part : parts) {
            sha256.update(part);
        }
        return new Digest(sha256.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static Digest finished(MessageDigest sha256) {
        return new Digest(sha256.digest());
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return value.clone();
    }

    void addTo(MessageDigest sha256) {
        sha256.update(value);
    }

    /** 64 lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest && Arrays.equals(value, digest.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return hex();
    }
}
