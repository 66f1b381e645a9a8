package io.fairway.ledger.fabric;

import com.google.protobuf.InvalidProtocolBufferException;
import io.fairway.ledger.LedgerUnavailableException;
import io.fairway.ledger.Outcome;
import io.fairway.ledger.OutcomeUnknownException;
import io.fairway.ledger.Receipt;
import io.fairway.ledger.SignedTransaction;
import io.fairway.ledger.UntrustedLedgerException;
import io.fairway.ledger.proof.LedgerReceipt;
import java.util.Arrays;
import java.util.Optional;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Hands signed transactions in and finds out what became of them: by the block that comes along, or else by asking for the status and the block. */
final class Committing {
    private final Gateway gateway;
    private final CheckedBlocks blocks;
    private final ArrivingBlocks arriving;

    Committing(Gateway gateway, CheckedBlocks blocks, ArrivingBlocks arriving) {
        this.gateway = gateway;
        this.blocks = blocks;
        this.arriving = arriving;
    }

    Outcome submit(SignedTransaction transaction) {
        var arrival = arriving.of(transaction.transactionId());
        try {
            var submitted = gateway.newTransaction(transaction.bytes()).submitAsync();
            var recorded = arrival.flatMap(ArrivingBlocks.Arrival::block).flatMap(block -> ownReceipt(transaction, block)).<Outcome>map(Outcome.Recorded::new);
            return recorded.isPresent() ? recorded.get() : outcome(transaction, submitted.getStatus());
        } catch (GatewayException e) {
            throw new OutcomeUnknownException("What became of " + transaction + " is unknown: " + GatewayFailures.words(e), e);
        } finally {
            arrival.ifPresent(ArrivingBlocks.Arrival::close);
        }
    }

    private Outcome outcome(SignedTransaction transaction, Status status) {
        if (!status.isSuccessful()) {
            var code = status.getCode();
            return code == TxValidationCode.MVCC_READ_CONFLICT || code == TxValidationCode.PHANTOM_READ_CONFLICT
                    ? new Outcome.Conflicted(code.name(), status.getBlockNumber())
                    : new Outcome.Invalid(code.name(), status.getBlockNumber());
        }
        try {
            var block = blocks.at(status.getBlockNumber());
            return new Outcome.Recorded(ownReceipt(transaction, block).or(() -> receipt(transaction.transactionId(), block))
                    .orElseThrow(() -> new UntrustedLedgerException("The peer calls " + transaction + " valid, and block "
                            + status.getBlockNumber() + " does not")));
        } catch (LedgerUnavailableException e) {
            throw new OutcomeUnknownException(transaction + " is in block " + status.getBlockNumber() + ", which could not be fetched", e);
        }
    }

    /** The receipt of a transaction, if the ledger holds it as valid. */
    Optional<Receipt> receipt(String transactionId) {
        return blocks.holding(transactionId).flatMap(block -> receipt(transactionId, block));
    }

    /** Where the block holds the very envelope that was looked at before it was signed, it need not be looked at again. */
    private static Optional<Receipt> ownReceipt(SignedTransaction transaction, CheckedBlocks.Packed packed) {
        var block = packed.block().block();
        return packed.block().place(transaction.transactionId())
                .filter(place -> block.isValid(place) && Arrays.equals(block.envelope(place), envelope(transaction)))
                .map(place -> new Receipt(transaction.transactionId(), block.number(),
                        LedgerReceipt.receipt(transaction.transactionId(), packed.packed())));
    }

    private static byte[] envelope(SignedTransaction transaction) {
        try {
            return PreparedTransaction.parseFrom(transaction.bytes()).getEnvelope().toByteArray();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("Not what was signed: " + transaction, e);
        }
    }

    private static Optional<Receipt> receipt(String transactionId, CheckedBlocks.Packed packed) {
        var block = packed.block();
        var place = block.place(transactionId);
        if (place.isEmpty() || !block.block().isValid(place.get())) {
            return Optional.empty();
        }
        var verdict = block.verdict(transactionId);
        if (!verdict.isProven()) {
            throw new UntrustedLedgerException("Block " + block.block().number() + " does not prove " + transactionId + ": " + verdict.findings());
        }
        return Optional.of(new Receipt(transactionId, block.block().number(), LedgerReceipt.receipt(transactionId, packed.packed())));
    }
}
