package io.fairway.usecase.anchor;

import io.fairway.document.id.Sha256;
import io.fairway.ledger.proof.Digest;
import io.fairway.ledger.proof.DigestProof;
import io.fairway.ledger.proof.Leaf;
import io.fairway.ledger.proof.MerkleTree;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A batch whose root stands on the ledger, from whose tree proofs are cut. */
public final class AnchoredBatch {
    private final AnchorProof.AnchorEvent event;
    private final MerkleTree tree;

    /**
     * @param event where its root stands
     * @param tree  as {@link Anchors} keeps it
     * @param size  how many digests it holds
     */
    public AnchoredBatch(AnchorProof.AnchorEvent event, byte[] tree, int size) {
        this.event = event;
        this.tree = MerkleTree.read(tree, size);
    }

    /** The proofs of those digests that are in it. */
    public Map<Sha256, AnchorProof> proofs(Collection<Sha256> digests) {
        Map<Leaf, Integer> index = new HashMap<>();
        List<Leaf> leaves = tree.leaves();
        for (int at = 0; at < leaves.size(); at++) {
            index.putIfAbsent(leaves.get(at), at);
        }
        var root = new Sha256(tree.root().hex());
        Map<Sha256, AnchorProof> proofs = new LinkedHashMap<>();
        for (Sha256 named : digests) {
            Digest digest = Digest.ofHex(named.value());
            Optional.ofNullable(index.get(Leaf.anchoring(digest))).ifPresent(at ->
                    proofs.put(named, new AnchorProof(named, new DigestProof(digest, tree.path(at)).bytes(), root, event)));
        }
        return proofs;
    }
}
