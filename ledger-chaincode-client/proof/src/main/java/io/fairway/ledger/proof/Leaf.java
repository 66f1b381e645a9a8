package io.fairway.ledger.proof;

/**
 * The lowest row of a {@link MerkleTree}: already hashed, so that a leaf of one kind is never taken for one of another.
 *
 * @param hash the hash that enters the tree
 */
public record Leaf(Digest hash) {
    private static final byte[] DIGEST = {0};

    /** The leaf for a digest that is anchored as it is: SHA-256 over the byte 0x00 and its 32 bytes (RFC 9162, 2.1.1). */
    public static Leaf anchoring(Digest digest) {
        var sha256 = Digest.sha256();
        sha256.update(DIGEST);
        digest.addTo(sha256);
        return new Leaf(Digest.finished(sha256));
    }
}
