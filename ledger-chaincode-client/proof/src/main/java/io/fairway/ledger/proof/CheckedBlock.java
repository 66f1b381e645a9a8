package io.fairway.ledger.proof;

import io.fairway.ledger.proof.ReceiptVerdict.Aspect;
import io.fairway.ledger.proof.ReceiptVerdict.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A block whose own claims were looked at once, so that each of its transactions can be looked at alone.
 * Bytes that cannot be read are a claim that does not hold.
 */
public final class CheckedBlock {
    private final Block block;
    private final NetworkTrust trust;
    private final List<Finding> findings;
    private final Map<String, Integer> places = new HashMap<>();

    private CheckedBlock(Block block, NetworkTrust trust) {
        this.block = block;
        this.trust = trust;
        var looked = new ArrayList<Finding>();
        note(looked, Aspect.BLOCK_IS_WHOLE, "block " + block.number() + " of " + block.size() + " transactions", block::holdsWhatItsHeaderSays);
        note(looked, Aspect.BLOCK_IS_ORDERED, "header hash " + block.headerHash(), () -> block.isOrdered(trust));
        findings = List.copyOf(looked);
        for (var place = 0; place < block.size(); place++) {
            index(place);
        }
    }

    /** Looks at what the block says of itself: whole, and ordered by an orderer of this network. */
    public static CheckedBlock of(Block block, NetworkTrust trust) {
        return new CheckedBlock(block, trust);
    }

    /** The block. */
    public Block block() {
        return block;
    }

    /** Whether the block is whole and ordered. */
    public boolean isSound() {
        return findings.stream().allMatch(Finding::holds);
    }

    /** The ids of the transactions it holds. */
    public Set<String> transactionIds() {
        return Set.copyOf(places.keySet());
    }

    /** Where the transaction stands, if the block holds it; the first place counts, as it does for peers. */
    public Optional<Integer> place(String transactionId) {
        return Optional.ofNullable(places.get(transactionId));
    }

    /** What the block proves of one transaction. */
    public ReceiptVerdict verdict(String transactionId) {
        var all = new ArrayList<>(findings);
        var place = place(transactionId);
        if (place.isEmpty()) {
            all.add(new Finding(Aspect.TRANSACTION_IS_IN_BLOCK, false, "it does not hold " + transactionId));
            return new ReceiptVerdict(all, Optional.empty());
        }
        var transaction = read(place.get(), all);
        transaction.ifPresent(found -> look(found, all));
        note(all, Aspect.PEER_NOTED_VALID, "validation code " + block.validationCode(place.get()), () -> block.isValid(place.get()));
        return new ReceiptVerdict(all, all.stream().allMatch(Finding::holds) ? transaction : Optional.empty());
    }

    private Optional<LedgerTransaction> read(int place, List<Finding> into) {
        try {
            var transaction = LedgerTransaction.read(block.envelope(place));
            note(into, Aspect.TRANSACTION_IS_IN_BLOCK, "at place " + place, transaction::isNamedByItsAsker);
            return Optional.of(transaction);
        } catch (UnreadableException e) {
            into.add(new Finding(Aspect.TRANSACTION_IS_IN_BLOCK, false, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private void look(LedgerTransaction transaction, List<Finding> into) {
        note(into, Aspect.ASKER_SIGNED, transaction.creator().toString(), () -> transaction.isSignedByItsAsker(trust));
        note(into, Aspect.OUTCOME_IS_OF_PROPOSAL, "status " + transaction.status(), transaction::isOutcomeOfItsProposal);
        var endorsers = transaction.endorsers(trust);
        note(into, Aspect.MEMBERS_ENDORSED, String.join(", ", endorsers) + " (" + trust.leastEndorsers() + " needed)",
                () -> endorsers.size() >= trust.leastEndorsers());
    }

    private static void note(List<Finding> into, Aspect aspect, String found, BooleanSupplier holds) {
        try {
            into.add(new Finding(aspect, holds.getAsBoolean(), found));
        } catch (UnreadableException e) {
            into.add(new Finding(aspect, false, String.valueOf(e.getMessage())));
        }
    }

    private void index(int place) {
        try {
            places.putIfAbsent(LedgerTransaction.idOf(block.envelope(place)), place);
        } catch (UnreadableException e) {
            places.putIfAbsent("unreadable at " + place, place);
        }
    }
}
