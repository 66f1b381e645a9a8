package io.fairway.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.boot.TestConsortium;
import io.fairway.fixture.Voyages;
import io.fairway.ledger.RecordedEvent;
import io.fairway.store.StoreServer;
import io.fairway.usecase.title.FlatRecord;
import io.fairway.web.HttpCaller;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** P7 and P8 with a hub that is killed in the middle of its work on the ledger, and with a ledger that goes away. */
@Tag("long")
class LedgerKillIT {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerKillIT.class);
    private static final int RACES = Integer.getInteger("fairway.kill.races", 200);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> PARTIES = List.of("HUBLINE", "HUBFWD");
    private static final Path HOME = Path.of("target", "ledger-kill-test").toAbsolutePath();
    private static LedgerBeside ledger;

    private final Random random = new Random(20_261_121L);
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

    /** Three signed acts on one version of a bill; the third goes to the ledger without the hub in every second race. */
    private record Race(String bill, TitleWork.Order offer, TitleWork.Order pledge, TitleWork.Order surrender, boolean surrenderedBesideTheHub) {
        List<String> events() {
            return List.of(offer.event(), pledge.event(), surrender.event());
        }
    }

    @Test
    @Timeout(900)
    void recordsEveryActOnceAndLetsOneOfThreeWinHoweverOftenTheHubIsKilled() throws Exception {
        Path agent = AgentJar.writeTo(HOME.resolve("agent.jar"));
        List<KillStep> steps = KillStep.ofActs();
        List<Race> races = new ArrayList<>();
        for (int round = 0; round < steps.size(); round++) {
            List<Race> fresh = races(round, RACES / steps.size());
            races.addAll(fresh);
            killInside(steps.get(round), HOME.resolve("halted-" + round), agent, fresh);
        }
        TitleWork.Order last = work.sign("HUBLINE", "bill.issue", bill(999_999), 0, "recipient", "hubfwd", "form", "bearer", "root", "ef".repeat(32));
        try (HubUnderTest hub = start(Optional.empty()); StoredTruth truth = StoredTruth.open(HOME)) {
            Map<String, HttpCaller> callers = callers();
            patiently().until(() -> work.handIn(callers) && isAtRest(truth, races));
            work.add(last);
            patiently().until(() -> work.handIn(callers)
                    && !truth.rows("select 1 from ledger_right where subject = ?", last.subject()).isEmpty());
            compare(truth, races, ledger.eventsUntil(last.event()));
            patiently().until(() -> HttpCaller.json(operator(hub).get("/api/operations/ledger")), state ->
                    state.path("reconciled").asLong() == state.path("followed").asLong() && state.path("differences").isEmpty());
        }
        LOG.info("{} races over {} kills", races.size(), steps.size());
    }

    /** What threads of a hub that is killed throw is no failure of whoever waits. */
    private static ConditionFactory patiently() {
        return await().atMost(PATIENCE).dontCatchUncaughtExceptions();
    }

    private List<Race> races(int round, int count) {
        return IntStream.range(0, count).mapToObj(number -> {
            String bill = bill(round * 1_000 + number);
            work.add(work.sign("HUBLINE", "bill.issue", bill, 0, "recipient", "hubfwd", "form", "order", "orderTo", "hubfwd", "root", "ab".repeat(32)));
            String deadline = Instant.now().plus(10, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
            var race = new Race(bill, work.add(work.sign("HUBFWD", "bill.offer", bill, 1, "recipient", "hubbank", "deadline", deadline)),
                    work.add(work.sign("HUBFWD", "bill.pledge", bill, 1, "recipient", "hubbank")),
                    work.sign("HUBFWD", "bill.surrender", bill, 1, "purpose", "delivery"), number % 2 == 0);
            if (!race.surrenderedBesideTheHub()) {
                work.add(race.surrender());
            }
            return race;
        }).toList();
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

    private void killInside(KillStep step, Path sign, Path agent, List<Race> fresh) throws Exception {
        HubUnderTest hub = start(Optional.of(agent + "=" + step + "," + (1 + random.nextInt(step.callsWithin())) + "," + sign));
        Map<String, HttpCaller> callers = callers();
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            fresh.stream().filter(Race::surrenderedBesideTheHub).forEach(race -> beside.submit(() -> surrenderBeside(race, sign)));
            Future<?> handingIn = beside.submit(() -> work.handInUntil(callers, () -> Files.exists(sign)));
            patiently().until(() -> {
                assertThat(work.contradictions()).isEmpty();
                return Files.exists(sign);
            });
            hub.kill();
            handingIn.get();
        }
        LOG.info("Killed at {}", step);
    }

    /** Begins once the hub has one of the two others, so that they meet on the ledger; goes on until the ledger has decided, or the hub is dead. */
    private void surrenderBeside(Race race, Path sign) {
        patiently().until(() -> work.isTaken(race.offer()) || work.isTaken(race.pledge()) || Files.exists(sign));
        patiently().until(() -> ledger.submit(race.surrender().intent(), race.surrender().signature()),
                code -> !code.equals(Optional.of("CONFLICT")) && (!code.equals(Optional.of("FW-SUBJECT-UNKNOWN")) || Files.exists(sign)));
    }

    private static boolean isAtRest(StoredTruth truth, List<Race> races) throws SQLException {
        return truth.rows("select 1 from ledger_act where state = 'PENDING' and action like 'bill.%'").isEmpty()
                && truth.rows("select count(*)::text from ledger_right where version = 2").equals(List.of(List.of(Integer.toString(races.size()))));
    }

    private void compare(StoredTruth truth, List<Race> races, List<RecordedEvent> onLedger) throws SQLException {
        assertThat(work.contradictions()).isEmpty();
        Map<String, List<RecordedEvent>> byEvent = onLedger.stream().filter(each -> each.event().isPresent())
                .collect(Collectors.groupingBy(each -> each.event().orElseThrow().event()));
        byEvent.forEach((event, times) -> assertThat(times).as("%s on the ledger", event).hasSize(1));
        Map<String, List<String>> inHub = new TreeMap<>();
        truth.rows("select event, id::text, state, coalesce(transaction, '') from ledger_act where action like 'bill.%'")
                .forEach(row -> assertThat(inHub.put(row.getFirst(), row.subList(1, 4))).as("%s twice in the hub", row.getFirst()).isNull());
        work.taken().forEach((event, id) -> assertThat(inHub.get(event)).as("act of %s", event).isNotNull().first().isEqualTo(id));
        inHub.forEach((event, act) -> assertThat(byEvent.getOrDefault(event, List.of()).stream().map(RecordedEvent::transactionId).toList())
                .as("%s, which the hub holds as %s", event, act).isEqualTo(act.get(1).equals("RECORDED") ? List.of(act.get(2)) : List.of()));
        for (Race race : races) {
            assertThat(race.events().stream().filter(byEvent::containsKey).toList()).as("winners of %s", race.bill()).hasSize(1);
            FlatRecord told = FlatRecord.read(ledger.read(race.bill()));
            FlatRecord held = FlatRecord.read(truth.rows("select record from ledger_right where subject = ?", race.bill()).getFirst().getFirst());
            told.members().forEach((name, value) -> assertThat(held.find(name)).as("%s of %s", name, race.bill()).contains(value));
        }
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
