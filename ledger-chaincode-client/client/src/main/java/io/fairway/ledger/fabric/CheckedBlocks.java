package io.fairway.ledger.fabric;

import io.fairway.ledger.LedgerUnavailableException;
import io.fairway.ledger.UntrustedLedgerException;
import io.fairway.ledger.proof.Block;
import io.fairway.ledger.proof.CheckedBlock;
import io.fairway.ledger.proof.LedgerReceipt;
import io.fairway.ledger.proof.NetworkTrust;
import io.fairway.ledger.proof.UnreadableException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.GatewayException;

/** The blocks receipts come from. Transactions of one block come back together, so that the last blocks are kept: each is fetched, checked and packed once. */
final class CheckedBlocks {
    private static final int KEPT = 32;

    private final Contract queries;
    private final String channel;
    private final NetworkTrust trust;
    private final Map<Long, CompletableFuture<Packed>> kept = new LinkedHashMap<>();

    /** A block, checked, with the part of a receipt that is the same for all its transactions. */
    record Packed(CheckedBlock block, byte[] packed) {
        static Packed of(CheckedBlock block) {
            return new Packed(block, LedgerReceipt.packed(block.block()));
        }
    }

    CheckedBlocks(Contract queries, String channel, NetworkTrust trust) {
        this.queries = queries;
        this.channel = channel;
        this.trust = trust;
    }

    /** The block of this number. */
    Packed at(long number) {
        var mine = new CompletableFuture<Packed>();
        var first = keep(number, mine);
        if (!first.equals(mine)) {
            return join(first);
        }
        try {
            mine.complete(Packed.of(sound(fetch(number))));
        } catch (LedgerUnavailableException | UntrustedLedgerException e) {
            forget(number);
            mine.completeExceptionally(e);
        }
        return join(mine);
    }

    /** The block that holds this transaction, if the peer knows one. */
    Optional<Packed> holding(String transactionId) {
        try {
            return Optional.of(Packed.of(sound(queries.evaluateTransaction("GetBlockByTxID", channel, transactionId))));
        } catch (GatewayException e) {
            var words = GatewayFailures.words(e);
            if (words.contains("no such transaction ID") || words.contains("not found")) {
                return Optional.empty();
            }
            throw new LedgerUnavailableException("Asking for the block of " + transactionId + ": " + words, e);
        }
    }

    private synchronized CompletableFuture<Packed> keep(long number, CompletableFuture<Packed> mine) {
        var first = kept.computeIfAbsent(number, any -> mine);
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return first;
    }

    private synchronized void forget(long number) {
        kept.remove(number);
    }

    private static Packed join(CompletableFuture<Packed> block) {
        try {
            return block.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case LedgerUnavailableException unavailable -> throw unavailable;
                case UntrustedLedgerException untrusted -> throw untrusted;
                case null, default -> throw e;
            }
        }
    }

    private byte[] fetch(long number) {
        try {
            return queries.evaluateTransaction("GetBlockByNumber", channel, Long.toString(number));
        } catch (GatewayException e) {
            throw new LedgerUnavailableException("Asking for block " + number + ": " + GatewayFailures.words(e), e);
        }
    }

    /**
     * A block as a peer gave it, looked at.
     *
     * @throws UntrustedLedgerException if it is not one, not what its header says, or no orderer signed it
     */
    CheckedBlock sound(byte[] bytes) {
        try {
            var block = CheckedBlock.of(Block.read(bytes), trust);
            if (!block.isSound()) {
                throw new UntrustedLedgerException("Block " + block.block().number() + " is not what its header says, or no orderer signed it");
            }
            return block;
        } catch (UnreadableException e) {
            throw new UntrustedLedgerException("The peer gave a block that cannot be read", e);
        }
    }
}
