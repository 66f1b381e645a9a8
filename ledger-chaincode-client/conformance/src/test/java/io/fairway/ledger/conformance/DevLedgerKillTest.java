package io.fairway.ledger.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.ledger.LedgerProfile;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hyperledger.fabric.client.GatewayException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The development ledger is killed while it commits, again and again: what it acknowledged is there, and the chain holds. */
@Tag("long")
class DevLedgerKillTest {
    private static final int KILLS = 5;
    private static final int CLIENTS = 4;
    private static final int MOST_BETWEEN_KILLS = 60;

    @TempDir
    private Path home;

    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private final Random random = new Random(20261121);

    @Test
    void whatWasAcknowledgedSurvivesEveryKill() throws IOException, InterruptedException, GatewayException {
        for (int kill = 0; kill < KILLS; kill++) {
            var child = start();
            try (var ledger = new LedgerUnderTest(this::profile)) {
                requireAllAcknowledged(ledger.party(LedgerUnderTest.CARRIER));
                commitUntilKilled(child, ledger.party(LedgerUnderTest.CARRIER));
            } finally {
                child.destroyForcibly().waitFor();
            }
        }
        try (var development = new DevLedgerUnderTest(home)) {
            requireAllAcknowledged(development.ledger().party(LedgerUnderTest.BANK));
            ChainConformance chain = development::ledger;
            chain.everyBlockHashesToTheNext();
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
    }

    private void commitUntilKilled(Process child, Party carrier) throws InterruptedException {
        var enough = new CountDownLatch(1 + random.nextInt(MOST_BETWEEN_KILLS));
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.execute(() -> commit(child, carrier, enough));
            }
            assertThat(enough.await(2, TimeUnit.MINUTES)).isTrue();
            child.destroyForcibly();
        }
    }

    private void commit(Process child, Party carrier, CountDownLatch enough) {
        while (child.isAlive()) {
            var number = Integer.toString(next.incrementAndGet());
            try {
                if (carrier.submit("put", "killed-" + number, number).isSuccessful()) {
                    acknowledged.put("killed-" + number, number);
                    enough.countDown();
                }
            } catch (GatewayException e) {
                // not acknowledged: it may be there or not
            }
        }
    }

    private void requireAllAcknowledged(Party party) throws GatewayException {
        for (var one : acknowledged.entrySet()) {
            assertThat(party.read("get", one.getKey())).isEqualTo(one.getValue());
        }
    }

    private LedgerProfile profile(String organisation) {
        try {
            return LedgerProfile.read(home.resolve("profiles").resolve(organisation + ".properties"));
        } catch (IOException e) {
            throw new UncheckedIOException("The profile cannot be read", e);
        }
    }

    private Process start() throws IOException {
        var command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), DevLedgerChildMain.class.getName(), home.toString());
        var child = new ProcessBuilder(command).redirectError(new File(home.toFile(), "child.log")).start();
        var lines = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
        var line = lines.readLine();
        while (line != null && !line.startsWith(DevLedgerChildMain.READY)) {
            line = lines.readLine();
        }
        assertThat(line).as("the child's first words, else see child.log").isNotNull();
        return child;
    }
}
