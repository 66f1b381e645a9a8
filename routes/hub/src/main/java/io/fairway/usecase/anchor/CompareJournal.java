package io.fairway.usecase.anchor;

import io.fairway.ledger.proof.Digest;
import io.fairway.ledger.proof.Leaf;
import io.fairway.ledger.proof.LedgerReceipt;
import io.fairway.ledger.proof.LedgerTransaction;
import io.fairway.ledger.proof.MerkleTree;
import io.fairway.ledger.proof.NetworkTrust;
import io.fairway.ledger.proof.UnreadableException;
import io.fairway.usecase.JournalSeals;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.anchor.AnchorProof.AnchorEvent;
import io.fairway.usecase.anchor.AnchoredJournal.Break;
import io.fairway.usecase.anchor.AnchoredJournal.Kind;
import io.fairway.usecase.title.FlatRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares the seals of the journal with the roots that receipts show on the ledger, so that whoever changes rows and seals all of them anew is
 * found too. Believes of the database nothing but the seals' hashes: root, count and place of each batch are read from the signed transaction.
 */
public final class CompareJournal {
    private static final String APPEND = "anchor.append";

    private final AnchorProofs proofs;
    private final JournalSeals seals;
    private final Transactions transactions;
    private final NetworkTrust trust;

    /** @param trust whom to believe about the ledger */
    public CompareJournal(AnchorProofs proofs, JournalSeals seals, Transactions transactions, NetworkTrust trust) {
        this.proofs = proofs;
        this.seals = seals;
        this.transactions = transactions;
        this.trust = trust;
    }

    /** Takes time in proportion to the number of seals. */
    public AnchoredJournal compare() {
        var walk = new Walk();
        proofs.events(Anchors.Stream.JOURNAL).stream().takeWhile(event -> walk.goesOn()).forEach(walk::take);
        long last = transactions.asHub(seals::last).map(JournalSeals.Seal::number).orElse(0L);
        return new AnchoredJournal(walk.seal, Math.max(0, last - walk.seal), walk.breaks);
    }

    /** Along the batches; goes on over what was never here, and stops where what is here is not what was anchored. */
    private final class Walk {
        private final List<Break> breaks = new ArrayList<>();
        private long seal;
        private long place;

        private boolean goesOn() {
            return breaks.stream().allMatch(found -> found.kind() == Kind.UNKNOWN_HERE);
        }

        private void take(AnchorEvent event) {
            shown(event).ifPresentOrElse(intent -> compare(event, intent), () -> breaks.add(new Break(Kind.NOT_SHOWN, event.number(), seal + 1, 0)));
        }

        private void compare(AnchorEvent event, FlatRecord intent) {
            long first = Long.parseLong(intent.text("first"));
            int count = Integer.parseInt(intent.text("count"));
            if (first != place) {
                breaks.add(new Break(Kind.UNKNOWN_HERE, event.number(), seal + 1, seal + count));
            }
            List<JournalSeals.Seal> batch = transactions.asHub(() -> seals.seals(seal, count));
            if (batch.size() < count) {
                breaks.add(new Break(Kind.CUT, event.number(), seal + 1, seal + count));
            } else if (!root(batch).equals(intent.text("root"))) {
                breaks.add(new Break(Kind.OTHER_SEALS, event.number(), seal + 1, seal + count));
            } else {
                seal += count;
                place = first + count;
            }
        }
    }

    private static String root(List<JournalSeals.Seal> batch) {
        return MerkleTree.over(batch.stream().map(seal -> Leaf.anchoring(Digest.of(seal.hash()))).toList()).root().hex();
    }

    /** The intent that appended the batch, if its receipt holds. */
    private Optional<FlatRecord> shown(AnchorEvent event) {
        try {
            return proofs.receipt(event).map(LedgerReceipt::read).flatMap(receipt -> receipt.check(trust).transaction())
                    .filter(transaction -> transaction.name().equals(APPEND) && !transaction.arguments().isEmpty()).map(CompareJournal::intent)
                    .filter(intent -> intent.text("subject").equals(event.subject())
                            && Long.parseLong(intent.text("version")) + 1 == event.number());
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }

    private static FlatRecord intent(LedgerTransaction transaction) {
        return FlatRecord.read(new String(transaction.arguments().getFirst(), StandardCharsets.UTF_8));
    }
}
