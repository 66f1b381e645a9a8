package io.fairway.ledger.proof;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Discloses one fact of a document and nothing else: fact, salt, and the path to the document's root on the ledger.
 *
 * <p>Form: the letters {@code FWFP}, the byte 1, then big-endian: 32 bytes of salt; name and value in UTF-8, each after its length in four bytes;
 * index and size of the tree in four bytes each; one byte with the number of steps and 32 bytes for each.
 *
 * @param fact what the document says
 * @param path from the fact's leaf to the root
 */
public record FactProof(Fact fact, MerklePath path) {
    private static final byte[] FORM = {'F', 'W', 'F', 'P', 1};
    private static final int MOST_TEXT_BYTES = 65_536;

    /** The root this proof leads to: the fact is proven if a receipt shows this root on the ledger. */
    public Digest root() {
        return path.rootOf(fact.leaf());
    }

    /** The proof as bytes. */
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(FORM);
            out.write(fact.salt().bytes());
            for (var text : new String[] {fact.name(), fact.value()}) {
                var utf8 = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
            }
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
    public static FactProof read(byte[] proof) {
        try (var in = new DataInputStream(new ByteArrayInputStream(proof))) {
            if (!Arrays.equals(in.readNBytes(FORM.length), FORM)) {
                throw new UnreadableException("Not a fact proof: it does not begin with FWFP and the version 1");
            }
            var salt = Fact.Salt.of(exactly(in, Digest.LENGTH));
            var fact = new Fact(text(in), text(in), salt);
            return new FactProof(fact, MerklePath.readToEnd(in));
        } catch (IOException e) {
            throw new UnreadableException("The fact proof is cut", e);
        } catch (UnreadableException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String text(DataInputStream in) throws IOException {
        var length = in.readInt();
        if (length < 0 || length > MOST_TEXT_BYTES) {
            throw new UnreadableException("A text of a fact has at most " + MOST_TEXT_BYTES + " bytes, found " + length);
        }
        return new String(exactly(in, length), StandardCharsets.UTF_8);
    }

    private static byte[] exactly(DataInputStream in, int length) throws IOException {
        var bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
