package io.fairway.ledger.proof;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
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

    /**
     * Reads what {@link #bytes} gave.
     *
     * @param size number of leaves
     * @throws UnreadableException if the bytes are not as many as such a tree has; nodes are taken as they are, a path from them leads to the
     *         root or the proof does not stand
     */
    public static MerkleTree read(byte[] bytes, int size) {
        if (size < 1 || size > MOST_LEAVES) {
            throw new UnreadableException("A tree has 1 to " + MOST_LEAVES + " leaves, found " + size);
        }
        var rows = new ArrayList<List<Digest>>();
        var at = 0;
        for (var width = size; rows.isEmpty() || top(rows).size() > 1; width = (width + 1) / 2) {
            var end = at + width * Digest.LENGTH;
            if (end > bytes.length) {
                throw new UnreadableException("The tree of " + size + " leaves is cut");
            }
            var row = new ArrayList<Digest>(width);
            for (; at < end; at += Digest.LENGTH) {
                row.add(Digest.of(Arrays.copyOfRange(bytes, at, at + Digest.LENGTH)));
            }
            rows.add(List.copyOf(row));
        }
        if (at != bytes.length) {
            throw new UnreadableException("Something stands behind the tree of " + size + " leaves");
        }
        return new MerkleTree(List.copyOf(rows));
    }

    /** All rows, leaves first, 32 bytes a node. */
    public byte[] bytes() {
        var bytes = ByteBuffer.allocate(rows.stream().mapToInt(List::size).sum() * Digest.LENGTH);
        rows.forEach(row -> row.forEach(node -> bytes.put(node.bytes())));
        return bytes.array();
    }

    /** The leaves in their order. */
    public List<Leaf> leaves() {
        return rows.get(0).stream().map(Leaf::new).toList();
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
