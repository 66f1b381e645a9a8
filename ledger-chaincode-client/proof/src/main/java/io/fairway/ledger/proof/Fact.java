package io.fairway.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One thing a document says, with the salt that hides it: who knows the root on the ledger learns nothing of the value, and who is given
 * fact and path can check that the document said it.
 *
 * <p>Leaf: SHA-256 over the byte 0x02, the 32 bytes of salt, the name and the value in UTF-8, each preceded by its length in four bytes,
 * most significant first. The lengths keep one fact from being read as another; the first byte keeps a fact from being read as a digest or a node.
 *
 * @param name what is said, such as {@code consignment/1/grossMass}: not empty, at most 1,024 bytes in UTF-8
 * @param value what it is said to be: at most 65,536 bytes in UTF-8
 * @param salt 32 random bytes of its own, drawn by whoever builds the tree
 */
public record Fact(String name, String value, Salt salt) {
    private static final byte FACT = 2;

    /** The random bytes of one fact: 32 of them. */
    public record Salt(Digest value) {
        /** The salt with these 32 bytes. */
        public static Salt of(byte[] value) {
            return new Salt(Digest.of(value));
        }

        /** The 32 bytes. */
        public byte[] bytes() {
            return value.bytes();
        }
    }

    public Fact {
        if (name.isEmpty() || utf8(name).length > 1024) {
            throw new IllegalArgumentException("The name of a fact has 1 to 1,024 bytes");
        }
        if (utf8(value).length > 65_536) {
            throw new IllegalArgumentException("The value of a fact has at most 65,536 bytes");
        }
    }

    /** What stands for this fact in a tree. */
    public Leaf leaf() {
        var sha256 = Digest.sha256();
        sha256.update(FACT);
        salt.value().addTo(sha256);
        for (var part : new byte[][] {utf8(name), utf8(value)}) {
            sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
            sha256.update(part);
        }
        return new Leaf(Digest.finished(sha256));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
