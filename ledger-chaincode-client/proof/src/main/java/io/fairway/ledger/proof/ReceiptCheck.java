package io.fairway.ledger.proof;

import io.fairway.ledger.proof.ReceiptVerdict.Aspect;
import io.fairway.ledger.proof.ReceiptVerdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Looks at one receipt, aspect after aspect; bytes that cannot be read are an aspect that does not hold. */
final class ReceiptCheck {
    private final LedgerReceipt receipt;
    private final NetworkTrust trust;
    private final List<Finding> findings = new ArrayList<>();

    ReceiptCheck(LedgerReceipt receipt, NetworkTrust trust) {
        this.receipt = receipt;
        this.trust = trust;
    }

    ReceiptVerdict verdict() {
        var block = receipt.block();
        note(Aspect.BLOCK_IS_WHOLE, "block " + block.number() + " of " + block.size() + " transactions", block::holdsWhatItsHeaderSays);
        note(Aspect.BLOCK_IS_ORDERED, "header hash " + block.headerHash(), () -> block.isOrdered(trust));
        var place = place();
        var transaction = place.isPresent() ? Optional.of(LedgerTransaction.read(block.envelope(place.getAsInt()))) : Optional.<LedgerTransaction>empty();
        note(Aspect.TRANSACTION_IS_IN_BLOCK, place.isPresent() ? "at place " + place.getAsInt() : "it does not hold " + receipt.transactionId(),
                () -> transaction.map(LedgerTransaction::isNamedByItsAsker).orElse(false));
        if (transaction.isPresent()) {
            look(transaction.get());
            note(Aspect.PEER_NOTED_VALID, "validation code " + block.validationCode(place.getAsInt()), () -> block.isValid(place.getAsInt()));
        }
        var proven = transaction.isPresent() && findings.stream().allMatch(Finding::holds);
        return new ReceiptVerdict(findings, proven ? transaction : Optional.empty());
    }

    private void look(LedgerTransaction transaction) {
        note(Aspect.ASKER_SIGNED, transaction.creator().toString(), () -> transaction.isSignedByItsAsker(trust));
        note(Aspect.OUTCOME_IS_OF_PROPOSAL, "status " + transaction.status(), transaction::isOutcomeOfItsProposal);
        var endorsers = transaction.endorsers(trust);
        note(Aspect.MEMBERS_ENDORSED, String.join(", ", endorsers) + " (" + trust.leastEndorsers() + " needed)",
                () -> endorsers.size() >= trust.leastEndorsers());
    }

    private void note(Aspect aspect, String found, BooleanSupplier holds) {
        try {
            findings.add(new Finding(aspect, holds.getAsBoolean(), found));
        } catch (UnreadableException e) {
            findings.add(new Finding(aspect, false, e.getMessage()));
        }
    }

    /** Where the transaction stands: peers take the first of several with one id, and note the others as invalid. */
    private OptionalInt place() {
        return IntStream.range(0, receipt.block().size()).filter(this::isSought).findFirst();
    }

    private boolean isSought(int index) {
        try {
            return LedgerTransaction.read(receipt.block().envelope(index)).id().equals(receipt.transactionId());
        } catch (UnreadableException e) {
            return false;
        }
    }
}
