package io.fairway.usecase.anchor;

import io.fairway.document.id.Sha256;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stored proofs. Of everything the hub keeps the SHA-256 is anchored: transmissions as received, attachments, answers as written, outbound
 * images as signed, and the hash of each seal of the journal. Calls are transactions of their own, as the hub: who may see the content of a
 * digest is the caller's to decide before it asks.
 */
public interface AnchorProofs {

    /** The proofs of those digests that stand on the ledger; what is still on its way there, or was never kept, is absent. */
    Map<Sha256, AnchorProof> find(Collection<Sha256> digests);

    /** The batches of a stream that stand on the ledger, in the order in which they were made. */
    List<AnchorProof.AnchorEvent> events(Anchors.Stream stream);

    /** The receipt of an anchor event, as {@code io.fairway.ledger.proof.LedgerReceipt} reads it. Proofs of one batch share it. */
    Optional<byte[]> receipt(AnchorProof.AnchorEvent event);
}
