package io.fairway.usecase.verification;

import io.fairway.document.finding.Text;
import io.fairway.ledger.proof.Fact;
import io.fairway.ledger.proof.FactProof;
import io.fairway.ledger.proof.MerkleTree;
import io.fairway.usecase.anchor.AnchorProof.AnchorEvent;
import io.fairway.usecase.title.FlatRecord;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A fact and what proves it.
 *
 * @param statement the fact in one sentence
 * @param by who says so: party id, or {@code ledger}
 * @param restsOn {@code attestation}, {@code ledger record} or {@code seal of the hub}
 * @param document SHA-256 of the document in which it was said, which is not in the proof
 * @param place where the ledger has it
 * @param disclosed leaves under the root of an attestation, with the path of each
 * @param anchor that the digest of the document stands on the ledger
 */
record ProvenFact(Text statement, String by, String restsOn, Optional<String> document, Optional<AnchorEvent> place, List<FactProof> disclosed,
                  Optional<byte[]> anchor) {
    private static final String SALT = ".salt";

    ProvenFact {
        disclosed = List.copyOf(disclosed);
    }

    /** Opens the named leaves of an attestation, and no other. Empty when its party keeps the salts itself. */
    static List<FactProof> opened(FlatRecord disclosable, List<String> names) {
        List<Fact> leaves = new ArrayList<>();
        disclosable.members().forEach((name, value) -> disclosable.find(name + SALT).ifPresent(salt ->
                leaves.add(new Fact(name, value, Fact.Salt.of(HexFormat.of().parseHex(salt))))));
        if (leaves.isEmpty()) {
            return List.of();
        }
        MerkleTree tree = MerkleTree.over(leaves.stream().map(Fact::leaf).toList());
        List<FactProof> opened = new ArrayList<>();
        for (int at = 0; at < leaves.size(); at++) {
            if (names.contains(leaves.get(at).name())) {
                opened.add(new FactProof(leaves.get(at), tree.path(at)));
            }
        }
        return opened;
    }
}
