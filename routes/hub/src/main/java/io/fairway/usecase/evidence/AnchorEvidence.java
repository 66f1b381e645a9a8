package io.fairway.usecase.evidence;

import io.fairway.document.finding.Text;
import io.fairway.document.id.Sha256;
import io.fairway.ledger.proof.Block;
import io.fairway.ledger.proof.LedgerReceipt;
import io.fairway.ledger.proof.LedgerTransaction;
import io.fairway.ledger.proof.UnreadableException;
import io.fairway.usecase.anchor.AnchorProof;
import io.fairway.usecase.anchor.AnchorProof.AnchorEvent;
import io.fairway.usecase.anchor.AnchorProofs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Where files of the container stand on the ledger: for each a line in {@code ledger/anchors.json}, and what proves it offline: {@code NAME.anchor}
 * beside {@code NAME}, and the receipt of the root. A receipt holds its whole block; where acts of others are in that, neither it nor the proof is
 * added, and the line says which transaction to ask the ledger for.
 */
public final class AnchorEvidence {
    private static final Comparator<AnchorEvent> IN_ORDER = Comparator.comparing(AnchorEvent::subject).thenComparing(AnchorEvent::number);

    private final AnchorProofs proofs;

    public AnchorEvidence(AnchorProofs proofs) {
        this.proofs = proofs;
    }

    /**
     * One anchored file.
     *
     * @param receipt path of what shows the root on the ledger; empty when only the ledger shows it
     */
    record Anchored(String file, String root, String subject, long number, String transaction, long block, Optional<String> receipt) {
    }

    /** Adds what is known of the parts added so far. Runs transactions of its own; none may be open. */
    void add(EvidenceParts parts) {
        SortedMap<String, Sha256> files = parts.digests();
        Map<Sha256, AnchorProof> found = proofs.find(List.copyOf(files.values()));
        SortedMap<AnchorEvent, Optional<String>> receipts = new TreeMap<>(IN_ORDER);
        found.values().stream().map(AnchorProof::event).distinct().sorted(IN_ORDER).forEach(event -> receipts.put(event, receipt(event, parts)));
        List<Anchored> lines = new ArrayList<>();
        files.forEach((path, digest) -> Optional.ofNullable(found.get(digest)).ifPresent(proof ->
                lines.add(line(path, proof, receipts.getOrDefault(proof.event(), Optional.empty()), parts))));
        if (!lines.isEmpty()) {
            parts.addJson("ledger/anchors.json", new Text("Which of these files stand on the ledger by their digests, and where.",
                    "上述文件中其摘要已记入账本者及其位置。"), lines);
        }
    }

    private Optional<String> receipt(AnchorEvent event, EvidenceParts parts) {
        return proofs.receipt(event).filter(AnchorEvidence::showsNobodyElse).map(receipt -> {
            String path = "ledger/" + event.subject().replace('/', '-') + "-" + event.number() + ".receipt";
            parts.add(path, "application/octet-stream", new Text("Proof that batch " + event.number() + " of " + event.subject()
                    + " stands on the ledger.", event.subject() + " 第 " + event.number() + " 批已记入账本的证明。"), receipt);
            return path;
        });
    }

    private static Anchored line(String path, AnchorProof proof, Optional<String> receipt, EvidenceParts parts) {
        receipt.ifPresent(shown -> parts.add(path + ".anchor", "application/octet-stream", new Text("Leads from " + path + " to the root that "
                + shown + " shows on the ledger.", "由 " + path + " 至 " + shown + " 所证明的账本根值的路径。"), proof.proof()));
        AnchorEvent event = proof.event();
        return new Anchored(path, proof.root().value(), event.subject(), event.number(), event.transaction(), event.block(), receipt);
    }

    /** Anchors are the hub's own acts and say nothing but digests. */
    private static boolean showsNobodyElse(byte[] receipt) {
        try {
            Block block = LedgerReceipt.read(receipt).block();
            return IntStream.range(0, block.size()).allMatch(place -> LedgerTransaction.read(block.envelope(place)).name().equals("anchor.append"));
        } catch (UnreadableException e) {
            return false;
        }
    }
}
