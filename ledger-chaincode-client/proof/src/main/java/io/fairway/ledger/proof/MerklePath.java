package io.fairway.ledger.proof;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The way from one leaf to the root of its {@link MerkleTree} (inclusion proof of RFC 9162, 2.1.3).
 *
 * @param index position of the leaf, from 0
 * @param size number of leaves of the tree
 * @param siblings the hashes to join on the way up, lowest first; exactly as many as index and size ask for
 */
public record MerklePath(int index, int size, List<Digest> siblings) {
    public MerklePath {
        siblings = List.copyOf(siblings);
        if (size < 1 || size > MerkleTree.MOST_LEAVES || index < 0 || index >= size) {
            throw new IllegalArgumentException("No leaf " + index + " in a tree of " + size);
        }
        if (siblings.size() != length(index, size)) {
            throw new IllegalArgumentException("The path of leaf " + index + " of " + size + " has " + length(index, size)
                    + " steps, found " + siblings.size());
        }
    }

    /** The root this leaf leads to; the caller compares it with the one on the ledger. */
    public Digest rootOf(Leaf leaf) {
        var node = leaf.hash();
        var next = siblings.iterator();
        for (int position = index, last = size - 1; last > 0; position >>= 1, last >>= 1) {
            if (position % 2 == 1) {
                node = MerkleTree.node(next.next(), node);
            } else if (position < last) {
                node = MerkleTree.node(node, next.next());
            }
        }
        return node;
    }

    /** Index and size in four bytes each, most significant first; one byte with the number of steps and 32 bytes for each. */
    void writeTo(DataOutputStream out) throws IOException {
        out.writeInt(index);
        out.writeInt(size);
        out.writeByte(siblings.size());
        for (var sibling : siblings) {
            out.write(sibling.bytes());
        }
    }

    /** Reads what {@link #writeTo} wrote; nothing may stand behind it. */
    static MerklePath readToEnd(DataInputStream in) throws IOException {
        var index = in.readInt();
        var size = in.readInt();
        var siblings = new ArrayList<Digest>();
        for (var steps = in.readUnsignedByte(); steps > 0; steps--) {
            var sibling = new byte[Digest.LENGTH];
            in.readFully(sibling);
            siblings.add(Digest.of(sibling));
        }
        if (in.read() >= 0) {
            throw new UnreadableException("Something stands behind the proof");
        }
        try {
            return new MerklePath(index, size, siblings);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(String.valueOf(e.getMessage()), e);
        }
    }

    private static int length(int index, int size) {
        var steps = 0;
        for (int position = index, last = size - 1; last > 0; position >>= 1, last >>= 1) {
            if (position % 2 == 1 || position < last) {
                steps++;
            }
        }
        return steps;
    }
}
