package io.fairway.usecase.anchor;

import io.fairway.document.id.Sha256;
import java.util.Arrays;

/**
 * Proves that a digest was among those under a Merkle root on the ledger. Together with the receipt of the anchor event it can be checked
 * offline ({@code io.fairway.ledger.proof}): the proof leads from the digest to the root, the receipt shows the root on the ledger.
 *
 * @param digest what was anchored
 * @param proof leaf and path, as {@code io.fairway.ledger.proof.DigestProof} reads them; in an evidence container {@code NAME.anchor} beside
 *              the file {@code NAME} whose digest it is
 * @param root the root it leads to, which is the member {@code root} of the intent in the receipt's transaction {@code anchor.append}
 * @param event where the root stands
 */
public record AnchorProof(Sha256 digest, byte[] proof, Sha256 root, AnchorEvent event) {

    public AnchorProof {
        proof = proof.clone();
    }

    /**
     * The anchor event.
     *
     * @param subject on the ledger, {@code anchor/PARTY/STREAM}
     * @param number of the batch in its stream, from 1
     * @param transaction id of the ledger's transaction, 64 hexadecimal digits
     * @param block that holds it
     */
    public record AnchorEvent(String subject, long number, String transaction, long block) {
    }

    @Override
    public byte[] proof() {
        return proof.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AnchorProof that && digest.equals(that.digest) && event.equals(that.event) && Arrays.equals(proof, that.proof);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }
}
