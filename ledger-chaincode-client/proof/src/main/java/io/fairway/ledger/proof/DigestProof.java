package io.fairway.ledger.proof;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Shows that a digest was among those under a root on the ledger: the digest, and the way from its leaf ({@link Leaf#anchoring}) to the root.
 *
 * <p>Form: the letters {@code FWDP}, the byte 1, the 32 bytes of the digest, then the path as in {@link FactProof}.
 *
 * @param digest SHA-256 of what was anchored
 * @param path from the digest's leaf to the root
 */
public record DigestProof(Digest digest, MerklePath path) {
    private static final byte[] FORM = {'F', 'W', 'D', 'P', 1};

    /** The root this proof leads to: the digest is anchored if a receipt shows this root on the ledger. */
    public Digest root() {
        return path.rootOf(Leaf.anchoring(digest));
    }

    /** The proof as bytes. */
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(FORM);
            out.write(digest.bytes());
            path.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a proof.
     *
     * @throws UnreadableException if the bytes are none, or more than one
     */
    public static DigestProof read(byte[] proof) {
        try (var in = new DataInputStream(new ByteArrayInputStream(proof))) {
            if (!Arrays.equals(in.readNBytes(FORM.length), FORM)) {
                throw new UnreadableException("Not a digest proof: it does not begin with FWDP and the version 1");
            }
            var digest = new byte[Digest.LENGTH];
            in.readFully(digest);
            return new DigestProof(Digest.of(digest), MerklePath.readToEnd(in));
        } catch (IOException e) {
            throw new UnreadableException("The digest proof is cut", e);
        }
    }
}
