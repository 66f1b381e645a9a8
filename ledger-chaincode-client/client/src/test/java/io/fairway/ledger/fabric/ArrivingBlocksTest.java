package io.fairway.ledger.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.ledger.UntrustedLedgerException;
import io.fairway.ledger.proof.Block;
import io.fairway.ledger.proof.CheckedBlock;
import io.fairway.ledger.proof.SampleLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.hyperledger.fabric.client.CloseableIterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArrivingBlocksTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    private final SampleLedger network = new SampleLedger();
    private final List<Delivered> subscriptions = new ArrayList<>();
    private ArrivingBlocks arriving = arriving(LONG);

    @AfterEach
    void end() {
        arriving.close();
    }

    @Test
    void nobodyIsToldToWaitBeforeBlocksCome() {
        assertThat(arriving.of("a")).isEmpty();
        assertThat(arriving.of("a")).isEmpty();
        assertThat(subscriptions).hasSize(1);
    }

    @Test
    void givesEverybodyTheBlockThatHoldsTheirTransaction() {
        var first = flowing("first");
        var asked = network.ask("second", "bill.issue", "{}");
        try (var second = arriving.of(asked.id()).orElseThrow(); var again = arriving.of(asked.id()).orElseThrow()) {
            subscriptions.getLast().send(block(7, "second"));

            assertThat(second.block().orElseThrow().block().block().number()).isEqualTo(7);
            assertThat(again.block()).isEqualTo(second.block());
        }
        first.close();
        assertThat(subscriptions).hasSize(1);
    }

    @Test
    void letsEverybodyGoWhenTheSubscriptionEndsAndMakesAnother() {
        try (var waiting = flowing("never")) {
            subscriptions.getLast().close();

            assertThat(waiting.block()).isEmpty();
        }
        flowing("next").close();
        assertThat(subscriptions).hasSize(2);
    }

    @Test
    void doesNotWaitForeverForASilentPeer() {
        arriving = arriving(Duration.ofMillis(20));
        try (var waiting = flowing("never")) {
            assertThat(waiting.block()).isEmpty();
        }
        assertThat(subscriptions.getLast().closed).isTrue();
        flowing("next").close();
    }

    @Test
    void doesNotPassOnABlockThatCannotBeBelieved() {
        var asked = network.ask("lie", "bill.issue", "{}");
        flowing("first").close();
        try (var waiting = arriving.of(asked.id()).orElseThrow()) {
            var lie = block(7, "lie").toBuilder();
            lie.getHeaderBuilder().setNumber(8);
            subscriptions.getLast().send(lie.build());

            assertThat(waiting.block()).isEmpty();
        }
        assertThat(subscriptions.getLast().closed).isTrue();
    }

    @Test
    void looksOutNoMoreOnceClosed() {
        try (var waiting = flowing("never")) {
            arriving.close();

            assertThat(waiting.block()).isEmpty();
            assertThat(arriving.of("another").flatMap(ArrivingBlocks.Arrival::block)).isEmpty();
            assertThat(subscriptions).hasSize(1);
        }
    }

    /** Looks out for a transaction on a subscription that has given its first block. */
    private ArrivingBlocks.Arrival flowing(String transactionId) {
        var deadline = System.nanoTime() + LONG.toNanos();
        var arrival = arriving.of(transactionId);
        subscriptions.getLast().send(block(1, "before"));
        while (arrival.isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
            arrival = arriving.of(transactionId);
        }
        return arrival.orElseThrow();
    }

    private org.hyperledger.fabric.protos.common.Block block(long number, String nonce) {
        var envelope = network.endorsed(network.ask(nonce, "bill.issue", "{}"), network.carrierPeer, network.portPeer);
        return network.block(number, new byte[32], List.of(envelope));
    }

    private ArrivingBlocks arriving(Duration patience) {
        return new ArrivingBlocks(() -> {
            subscriptions.add(new Delivered());
            return subscriptions.getLast();
        }, this::sound, patience);
    }

    private CheckedBlock sound(byte[] bytes) {
        var block = CheckedBlock.of(Block.read(bytes), network.trust());
        if (!block.isSound()) {
            throw new UntrustedLedgerException("a lie");
        }
        return block;
    }

    /** A subscription that gives what it is given. */
    private static final class Delivered implements CloseableIterator<org.hyperledger.fabric.protos.common.Block> {
        private final BlockingQueue<Optional<org.hyperledger.fabric.protos.common.Block>> blocks = new LinkedBlockingQueue<>();
        private Optional<org.hyperledger.fabric.protos.common.Block> next = Optional.empty();
        private volatile boolean closed;

        void send(org.hyperledger.fabric.protos.common.Block block) {
            blocks.add(Optional.of(block));
        }

        @Override
        public boolean hasNext() {
            try {
                next = blocks.take();
                return next.isPresent();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public org.hyperledger.fabric.protos.common.Block next() {
            return next.orElseThrow();
        }

        @Override
        public void close() {
            closed = true;
            blocks.add(Optional.empty());
        }
    }
}
