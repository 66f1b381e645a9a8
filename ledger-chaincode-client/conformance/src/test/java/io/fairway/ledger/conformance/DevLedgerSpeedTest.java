package io.fairway.ledger.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.hyperledger.fabric.client.GatewayException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many clients at once: all transactions become valid, and the figures are printed. */
@Tag("long")
class DevLedgerSpeedTest {
    @TempDir
    private Path home;

    @Test
    void manyTransactionsInFlightAllBecomeValid() throws IOException, InterruptedException {
        try (var development = new DevLedgerUnderTest(home)) {
            var carrier = development.ledger().party(LedgerUnderTest.CARRIER);
            measure(carrier, 4, 200);
            for (int inFlight : List.of(1, 16, 64)) {
                var milliseconds = measure(carrier, inFlight, inFlight == 1 ? 100 : 400);
                assertThat(milliseconds).hasSize(inFlight == 1 ? 100 : 400);
            }
        }
    }

    private static List<Long> measure(Party carrier, int inFlight, int transactions) throws InterruptedException {
        var left = new AtomicInteger(transactions);
        var milliseconds = Collections.synchronizedList(new ArrayList<Long>());
        long start = System.nanoTime();
        try (var clients = Executors.newFixedThreadPool(inFlight)) {
            for (int i = 0; i < inFlight; i++) {
                clients.execute(() -> {
                    for (int n = left.decrementAndGet(); n >= 0; n = left.decrementAndGet()) {
                        time(carrier, inFlight + "-" + n, milliseconds);
                    }
                });
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        var sorted = milliseconds.stream().sorted().toList();
        System.out.printf("%d in flight: %.0f tx/s, p50 %d ms, p95 %d ms%n", inFlight, transactions / seconds,
                sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 95 / 100));
        return sorted;
    }

    private static void time(Party carrier, String key, List<Long> milliseconds) {
        try {
            long start = System.nanoTime();
            if (carrier.submit("increment", "speed-" + key).isSuccessful()) {
                milliseconds.add((System.nanoTime() - start) / 1_000_000);
            }
        } catch (GatewayException e) {
            throw new AssertionError("A transaction was refused: " + Party.reason(e), e);
        }
    }
}
