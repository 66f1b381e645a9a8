package io.fairway.ledger.fabric;

import io.fairway.ledger.UntrustedLedgerException;
import io.fairway.ledger.proof.CheckedBlock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.protos.common.Block;

/**
 * Blocks as they come, over one subscription for everybody who waits for a transaction: each is sent and checked once, and nobody asks for a
 * status or a block of their own. It is a short cut and promises nothing: whoever does not find a transaction here asks the peer. A
 * subscription counts from its first block on; one that ends, or keeps somebody waiting, is replaced when the next transaction comes.
 */
final class ArrivingBlocks implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ArrivingBlocks.class.getName());

    private final Supplier<CloseableIterator<Block>> subscriptions;
    private final Function<byte[], CheckedBlock> check;
    private final Duration patience;
    private Optional<Subscription> current = Optional.empty();
    private boolean closed;

    ArrivingBlocks(Supplier<CloseableIterator<Block>> subscriptions, Function<byte[], CheckedBlock> check, Duration patience) {
        this.subscriptions = subscriptions;
        this.check = check;
        this.patience = patience;
    }

    /** Looks out for a transaction, from before it is submitted, so that its block cannot come unseen; none where no blocks come yet. */
    synchronized Optional<Arrival> of(String transactionId) {
        if (!closed && current.filter(subscription -> subscription.open).isEmpty()) {
            var subscription = new Subscription(subscriptions.get());
            current = Optional.of(subscription);
            Thread.ofVirtual().name("ledger-blocks").start(subscription::read);
        }
        return current.filter(subscription -> subscription.flowing).map(subscription -> new Arrival(subscription, transactionId));
    }

    @Override
    public synchronized void close() {
        closed = true;
        current.ifPresent(Subscription::end);
    }

    /** The looking out for one transaction. */
    final class Arrival implements AutoCloseable {
        private final Subscription subscription;
        private final String transactionId;
        private final CompletableFuture<Optional<CheckedBlocks.Packed>> block;

        private Arrival(Subscription subscription, String transactionId) {
            this.subscription = subscription;
            this.transactionId = transactionId;
            this.block = subscription.expected.computeIfAbsent(transactionId, any -> new CompletableFuture<>());
        }

        /** Waits for the block that holds the transaction; none if it did not come this way. */
        Optional<CheckedBlocks.Packed> block() {
            if (!subscription.open) {
                return block.getNow(Optional.empty());
            }
            var came = block.copy().completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS).join();
            if (came.isEmpty()) {
                subscription.end();
            }
            return came;
        }

        @Override
        public void close() {
            subscription.expected.remove(transactionId);
        }
    }

    private final class Subscription {
        private final CloseableIterator<Block> blocks;
        private final Map<String, CompletableFuture<Optional<CheckedBlocks.Packed>>> expected = new ConcurrentHashMap<>();
        private volatile boolean open = true;
        private volatile boolean flowing;

        Subscription(CloseableIterator<Block> blocks) {
            this.blocks = blocks;
        }

        void read() {
            try {
                while (open && blocks.hasNext()) {
                    arrived(blocks.next().toByteArray());
                    flowing = true;
                }
            } catch (GatewayRuntimeException e) {
                LOG.log(System.Logger.Level.DEBUG, "Blocks are delivered no more", e);
            } catch (UntrustedLedgerException e) {
                LOG.log(System.Logger.Level.WARNING, "A block that was delivered cannot be believed; the peer is asked instead", e);
            } finally {
                end();
            }
        }

        /** A block nobody waits for is not looked at. */
        private void arrived(byte[] bytes) {
            if (expected.isEmpty()) {
                return;
            }
            var block = check.apply(bytes);
            var waiting = block.transactionIds().stream().filter(expected::containsKey).toList();
            if (!waiting.isEmpty()) {
                var packed = Optional.of(CheckedBlocks.Packed.of(block));
                waiting.forEach(id -> Optional.ofNullable(expected.get(id)).ifPresent(arrival -> arrival.complete(packed)));
            }
        }

        void end() {
            open = false;
            blocks.close();
            expected.values().forEach(arrival -> arrival.complete(Optional.empty()));
        }
    }
}
