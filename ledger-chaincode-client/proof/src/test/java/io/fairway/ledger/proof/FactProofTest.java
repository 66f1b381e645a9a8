package io.fairway.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FactProofTest {
    private final List<Fact> facts = IntStream.range(0, 21)
            .mapToObj(number -> new Fact("item/" + number + "/grossMass", number + "000 kg \u8239", new Fact.Salt(Digest.over(new byte[] {(byte) number}))))
            .toList();
    private final MerkleTree tree = MerkleTree.over(facts.stream().map(Fact::leaf).toList());

    @Test
    void disclosesOneFactAndLeadsToTheRoot() {
        for (var index = 0; index < facts.size(); index++) {
            var proof = FactProof.read(new FactProof(facts.get(index), tree.path(index)).bytes());

            assertThat(proof.root()).isEqualTo(tree.root());
            assertThat(proof.fact()).isEqualTo(facts.get(index));
        }
    }

    @Test
    void saysNothingOfTheOtherFacts() {
        var bytes = new String(new FactProof(facts.get(3), tree.path(3)).bytes(), StandardCharsets.UTF_8);

        assertThat(bytes).contains("item/3/grossMass").doesNotContain("item/2/grossMass").doesNotContain("item/4/grossMass");
    }

    @Test
    void noChangedByteProvesAnythingElse() {
        var bytes = new FactProof(facts.get(7), tree.path(7)).bytes();
        for (var at = 0; at < bytes.length; at++) {
            var damaged = bytes.clone();
            damaged[at] ^= 1;
            assertThat(provesAnythingElse(damaged)).as("byte %d", at).isFalse();
        }
    }

    @Test
    void bytesThatAreNoProofAreRefused() {
        var bytes = new FactProof(facts.get(7), tree.path(7)).bytes();

        assertThatThrownBy(() -> FactProof.read(new byte[3])).hasMessageContaining("FWFP");
        assertThatThrownBy(() -> FactProof.read(Arrays.copyOf(bytes, bytes.length - 1))).hasMessageContaining("cut");
        assertThatThrownBy(() -> FactProof.read(Arrays.copyOf(bytes, bytes.length + 1))).hasMessageContaining("behind");
        var length = bytes.clone();
        length[5 + 32] = 0x7f;
        assertThatThrownBy(() -> FactProof.read(length)).hasMessageContaining("65536");
    }

    /** The number of leaves is no part of what a root says; with another number the same fact may be proven, never another. */
    private boolean provesAnythingElse(byte[] bytes) {
        try {
            var proof = FactProof.read(bytes);
            return proof.root().equals(tree.root()) && !(proof.fact().equals(facts.get(7)) && proof.path().index() == 7);
        } catch (UnreadableException e) {
            return false;
        }
    }
}
