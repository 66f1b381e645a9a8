package io.fairway.ledger.proof;

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
