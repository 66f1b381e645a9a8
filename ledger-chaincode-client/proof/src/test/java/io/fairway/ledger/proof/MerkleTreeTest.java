package io.fairway.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    @Test
    void everyLeafOfEverySmallTreeLeadsToItsRoot() {
        for (var size = 1; size <= 70; size++) {
            var leaves = leaves(size);
            var tree = MerkleTree.over(leaves);
            for (var index = 0; index < size; index++) {
                assertThat(tree.path(index).rootOf(leaves.get(index))).as("leaf %d of %d", index, size).isEqualTo(tree.root());
            }
        }
    }

    @Test
    void theRootIsTheOneOfRfc9162() {
        var leaves = leaves(7);
        assertThat(MerkleTree.over(leaves).root()).isEqualTo(byTheDefinition(leaves));
        assertThat(MerkleTree.over(leaves(64)).root()).isEqualTo(byTheDefinition(leaves(64)));
        assertThat(MerkleTree.over(leaves(1)).root()).isEqualTo(leaves(1).get(0).hash());
    }

    @Test
    void anotherLeafOrAnotherPlaceLeadsElsewhere() {
        var leaves = leaves(9);
        var tree = MerkleTree.over(leaves);
        var path = tree.path(4);

        assertThat(path.rootOf(leaves.get(5))).isNotEqualTo(tree.root());
        assertThat(new MerklePath(5, 9, path.siblings()).rootOf(leaves.get(4))).isNotEqualTo(tree.root());
        var changed = new ArrayList<>(path.siblings());
        changed.set(2, Digest.over(new byte[] {9}));
        assertThat(new MerklePath(4, 9, changed).rootOf(leaves.get(4))).isNotEqualTo(tree.root());
    }

    @Test
    void isReadAgainFromItsBytes() {
        for (var size = 1; size <= 70; size++) {
            var tree = MerkleTree.over(leaves(size));

            var again = MerkleTree.read(tree.bytes(), size);

            assertThat(again.root()).isEqualTo(tree.root());
            assertThat(again.leaves()).isEqualTo(leaves(size));
            assertThat(again.path(size / 2)).isEqualTo(tree.path(size / 2));
        }
        var bytes = MerkleTree.over(leaves(9)).bytes();
        assertThatThrownBy(() -> MerkleTree.read(bytes, 8)).isInstanceOf(UnreadableException.class).hasMessageContaining("behind");
        assertThatThrownBy(() -> MerkleTree.read(bytes, 10)).isInstanceOf(UnreadableException.class).hasMessageContaining("cut");
        assertThatThrownBy(() -> MerkleTree.read(bytes, 0)).isInstanceOf(UnreadableException.class);
    }

    @Test
    void aNodeIsNeverTakenForALeaf() {
        var leaves = leaves(4);
        var root = MerkleTree.over(leaves).root();
        var upper = MerkleTree.over(leaves.subList(0, 2)).root();
        var other = MerkleTree.over(leaves.subList(2, 4)).root();

        assertThat(MerkleTree.over(List.of(Leaf.anchoring(upper), Leaf.anchoring(other))).root()).isNotEqualTo(root);
    }

    @Test
    void aPathOfTheWrongLengthIsRefused() {
        var siblings = MerkleTree.over(leaves(9)).path(4).siblings();

        assertThatThrownBy(() -> new MerklePath(4, 9, siblings.subList(0, 3))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MerklePath(4, 16, List.of())).hasMessageContaining("4 steps");
        assertThatThrownBy(() -> new MerklePath(9, 9, siblings)).hasMessageContaining("No leaf 9");
        assertThatThrownBy(() -> new MerklePath(-1, 9, siblings)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void treesOfNoLeavesAreRefused() {
        assertThatThrownBy(() -> MerkleTree.over(List.of())).hasMessageContaining("found 0");
    }

    @Test
    void aFactIsBoundToNameValueAndSalt() {
        var salt = Fact.Salt.of(new byte[32]);
        var leaf = new Fact("grossMass", "12000", salt).leaf();

        assertThat(new Fact("grossMass", "12000", salt).leaf()).isEqualTo(leaf);
        assertThat(new Fact("grossMass1", "2000", salt).leaf()).isNotEqualTo(leaf);
        assertThat(new Fact("grossMass", "12001", salt).leaf()).isNotEqualTo(leaf);
        assertThat(new Fact("grossMass", "12000", new Fact.Salt(Digest.over(new byte[] {1}))).leaf()).isNotEqualTo(leaf);
        assertThatThrownBy(() -> new Fact("", "x", salt)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fact.Salt.of(new byte[31])).hasMessageContaining("32 bytes");
    }

    private static List<Leaf> leaves(int size) {
        return IntStream.range(0, size).mapToObj(number -> Leaf.anchoring(Digest.over(new byte[] {(byte) number}))).toList();
    }

    /** RFC 9162, 2.1.1: split at the largest power of two below the size. */
    private static Digest byTheDefinition(List<Leaf> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0).hash();
        }
        var split = Integer.highestOneBit(leaves.size() - 1);
        return Digest.over(new byte[] {1}, byTheDefinition(leaves.subList(0, split)).bytes(),
                byTheDefinition(leaves.subList(split, leaves.size())).bytes());
    }
}
