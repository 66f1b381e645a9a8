package io.fairway.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigestProofTest {
    private final List<Digest> digests = IntStream.range(0, 13).mapToObj(number -> Digest.over(new byte[] {(byte) number})).toList();
    private final MerkleTree tree = MerkleTree.over(digests.stream().map(Leaf::anchoring).toList());

    @Test
    void leadsFromTheDigestToTheRoot() {
        for (var index = 0; index < digests.size(); index++) {
            var proof = DigestProof.read(new DigestProof(digests.get(index), tree.path(index)).bytes());

            assertThat(proof.root()).isEqualTo(tree.root());
            assertThat(proof.digest()).isEqualTo(digests.get(index));
        }
    }

    @Test
    void noChangedByteProvesAnotherDigest() {
        var bytes = new DigestProof(digests.get(7), tree.path(7)).bytes();
        for (var at = 0; at < bytes.length; at++) {
            var damaged = bytes.clone();
            damaged[at] ^= 1;
            assertThat(provesAnother(damaged)).as("byte %d", at).isFalse();
        }
    }

    @Test
    void bytesThatAreNoProofAreRefused() {
        var bytes = new DigestProof(digests.get(7), tree.path(7)).bytes();

        assertThatThrownBy(() -> DigestProof.read(new byte[3])).isInstanceOf(UnreadableException.class).hasMessageContaining("FWDP");
        assertThatThrownBy(() -> DigestProof.read(Arrays.copyOf(bytes, bytes.length - 1))).isInstanceOf(UnreadableException.class)
                .hasMessageContaining("cut");
        assertThatThrownBy(() -> DigestProof.read(Arrays.copyOf(bytes, bytes.length + 1))).isInstanceOf(UnreadableException.class)
                .hasMessageContaining("behind");
    }

    private boolean provesAnother(byte[] bytes) {
        try {
            var proof = DigestProof.read(bytes);
            return proof.root().equals(tree.root()) && !proof.digest().equals(digests.get(7));
        } catch (UnreadableException e) {
            return false;
        }
    }
}
