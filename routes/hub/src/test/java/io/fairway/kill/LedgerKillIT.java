package io.fairway.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.boot.TestConsortium;
import io.fairway.fixture.Voyages;
import io.fairway.store.StoreServer;
import io.fairway.web.HttpCaller;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** P7 and P8 with a hub that is killed in the middle of its work on the ledger, and with a ledger that goes away. */
@Tag("long")
class LedgerKillIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> PARTIES = List.of("HUBLINE", "HUBFWD");
    private static final Path HOME = Path.of("target", "ledger-kill-test").toAbsolutePath();
    private static LedgerBeside ledger;

    private final TitleWork work = new TitleWork(HOME, Instant.now());
    private final int port;

    LedgerKillIT() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    @BeforeAll
    static void startLedger() throws IOException, InterruptedException {
        assumeTrue(Files.exists(TestConsortium.CONTRACT.resolve("contract.jar")), "the contract is not packaged");
        StoreServer.deleteTree(HOME);
        Files.createDirectories(HOME);
        ledger = LedgerBeside.start(HOME.resolve("beside"), HOME);
    }

    @AfterAll
    static void stopLedger() {
        if (Files.exists(TestConsortium.CONTRACT.resolve("contract.jar"))) {
            ledger.close();
        }
    }

    /** What threads of a hub that is killed throw is no failure of whoever waits. */
    private static ConditionFactory patiently() {
        return await().atMost(PATIENCE).dontCatchUncaughtExceptions();
    }

    private static String bill(int number) {
        return "bill/hubline/%064x/1".formatted(0x5A00_0000L + number);
    }

    private HubUnderTest start(Optional<String> agent) throws IOException, InterruptedException {
        return HubUnderTest.start(HOME, port, agent, Map.of("FAIRWAY_LEDGER_PROFILE", ledger.profile().toString(),
                "FAIRWAY_LEDGER_RECONCILE_EVERY", "1s"));
    }

    private Map<String, HttpCaller> callers() {
        return PARTIES.stream().collect(Collectors.toMap(Function.identity(), party -> HttpCaller.party(port, HOME, party)));
    }

    private HttpCaller operator(HubUnderTest hub) {
        assertThat(hub).isNotNull();
        return HttpCaller.party(port, HOME, "HUBOPS");
    }

    @Test
    @Timeout(300)
    void worksOnWhileTheLedgerIsAwayAndDrainsWhatWaitsInOrder() throws Exception {
        try (HubUnderTest hub = start(Optional.empty()); StoredTruth truth = StoredTruth.open(HOME)) {
            String bill = bill(500_000);
            work.add(work.sign("HUBLINE", "bill.issue", bill, 0, "recipient", "hubfwd", "form", "bearer", "root", "ab".repeat(32)));
            patiently().until(() -> work.handIn(callers()) && !truth.rows("select 1 from ledger_right where subject = ?", bill).isEmpty());

            ledger.door().goAway();
            List<TitleWork.Order> waiting = IntStream.rangeClosed(1, 12).mapToObj(version -> work.sign("HUBFWD", "bill.cancelIntents", bill, version)).toList();
            waiting.forEach(order -> {
                work.add(order);
                assertThat(work.handIn(callers())).as("the hub takes acts without a ledger").isTrue();
            });
            var voyage = HttpCaller.party(port, HOME, "HUBLINE").post("/api/transmissions", "application/edifact",
                    Voyages.cuscar(Voyages.shipments(2, 77), "WITHOUT1"));
            assertThat(voyage.statusCode()).as("the hub goes on with documents").isEqualTo(202);
            JsonNode state = patiently().until(() -> HttpCaller.json(operator(hub).get("/api/operations/ledger")), told ->
                    told.path("pending").asInt() >= waiting.size() && told.has("trouble"));
            assertThat(state.path("trouble").asText()).isNotEmpty();

            ledger.door().comeBack();
            patiently().until(() -> truth.rows("select 1 from ledger_act where state = 'PENDING' and action like 'bill.%'").isEmpty());
            assertThat(truth.rows("select event from ledger_act where lane = ? and state = 'RECORDED' order by block, settled_at", bill).stream()
                    .map(List::getFirst).skip(1).toList()).isEqualTo(waiting.stream().map(TitleWork.Order::event).toList());
            patiently().until(() -> HttpCaller.json(operator(hub).get("/api/operations/ledger")), told -> !told.has("trouble")
                    && told.path("reconciled").asLong() == told.path("followed").asLong() && told.path("differences").isEmpty());
        }
    }
}
