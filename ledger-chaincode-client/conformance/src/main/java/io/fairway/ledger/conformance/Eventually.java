package io.fairway.ledger.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.GatewayException;

/** Peers commit a block each in their own time: what one has acknowledged, another shows a moment later. */
final class Eventually {
    private static final long SECONDS = 20;
    private static final int MILLISECONDS = 20;

    private Eventually() {}

    /** Asks the network. */
    interface Read<T> {
        T value() throws GatewayException;
    }

    static <T> void equal(T expected, Read<T> actual) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        try {
            var found = actual.value();
            while (!expected.equals(found) && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(MILLISECONDS);
                found = actual.value();
            }
            assertThat(found).isEqualTo(expected);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (GatewayException e) {
            throw new AssertionError("The network refused to answer: " + Party.reason(e), e);
        }
    }
}
