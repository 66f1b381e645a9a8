package io.fairway.ledger.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A Merkle tree of the shape of RFC 9162, 2.1.1, over 1 to {@value #MOST_LEAVES} leaves: a node is SHA-256 over the byte 0x01, its left and its
 * right child; the last node of an odd row goes up as it is. Built once in one pass over the rows; immutable.
 */
public final class MerkleTree {
    /** Limit on the leaves of one tree. */
    public static final int MOST_LEAVES = 1 << 20;
    private static final byte NODE = 1;

    private final List<List<Digest>> rows;

    private MerkleTree(List<List<Digest>> rows) {
        this.rows = rows;
    }

    /**
     * The tree over these leaves in this order.
     *
     * @throws IllegalArgumentException for no leaves, or for more than the limit
     */
    public static MerkleTree over(List<Leaf> leaves) {
        if (leaves.isEmpty() || leaves.size() > MOST_LEAVES) {
            throw new IllegalArgumentException("A tree has 1 to " + MOST_LEAVES + " leaves, found " + leaves.size());
        }
        var rows = new ArrayList<List<Digest>>();
        rows.add(leaves.stream().map(Leaf::hash).toList());
        while (top(rows).size() > 1) {
            rows.add(above(top(rows)));
        }
        return new MerkleTree(List.copyOf(rows));
    }

    /** What goes on the ledger. */
    public Digest root() {
        return top(rows).get(0);
    }

    /** Number of leaves. */
    public int size() {
        return rows.get(0).size();
    }

    /**
     * The way from a leaf to the root.
     *
     * @param index position of the leaf, from 0
     * @throws IndexOutOfBoundsException when there is no such leaf
     */
    public MerklePath path(int index) {
        var siblings = new ArrayList<Digest>();
        var position = Objects.checkIndex(index, size());
        for (var row : rows.subList(0, rows.size() - 1)) {
            var sibling = position ^ 1;
            if (sibling < row.size()) {
                siblings.add(row.get(sibling));
            }
            position >>= 1;
        }
        return new MerklePath(index, size(), siblings);
    }

    private static List<Digest> above(List<Digest> row) {
        var nodes = new ArrayList<Digest>((row.size() + 1) / 2);
        for (var left = 0; left + 1 < row.size(); left += 2) {
            nodes.add(node(row.get(left), row.get(left + 1)));
        }
        if (row.size() % 2 == 1) {
            nodes.add(top(row));
        }
        return nodes;
    }

    private static <T> T top(List<T> list) {
        return list.get(list.size() - 1);
    }

    static Digest node(Digest left, Digest right) {
        var sha256 = Digest.sha256();
        sha256.update(NODE);
        left.addTo(sha256);
        right.addTo(sha256);
        return Digest.finished(sha256);
    }
}
