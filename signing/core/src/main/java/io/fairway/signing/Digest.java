package io.fairway.signing;

/** SHA-256 (FIPS 180-4), the digest by which files are named in evidence. */
public final class Digest {
    private Digest() {
    }

    /** @return 32 bytes */
    public static byte[] sha256(byte[] bytes) {
        return Algorithms.digest("SHA-256").digest(bytes);
    }
}
