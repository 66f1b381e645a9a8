package io.fairway.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.fixture.simulator.HubAddress;
import io.fairway.fixture.simulator.HubClient;
import io.fairway.kill.Receivers.Arrived;
import io.fairway.usecase.Digests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ten kills unless {@code fairway.kill.rounds} says otherwise; {@code fairway.kill.seed} repeats a run. */
@Tag("long")
class KillIT {
    private static final Logger LOG = LoggerFactory.getLogger(KillIT.class);
    private static final int ROUNDS = Integer.getInteger("fairway.kill.rounds", 10);
    private static final long SEED = Long.getLong("fairway.kill.seed", 20_260_301L);
    private static final Duration STEP_LIMIT = Duration.ofSeconds(60);
    private static final Duration DRAIN_LIMIT = Duration.ofMinutes(10).plusSeconds(20L * ROUNDS);

    private final Random random = new Random(SEED);
    private final Path home = Path.of("target", "kill-test").toAbsolutePath();
    private final Load load = new Load(random);
    private final int port;

    KillIT() throws IOException {
        removeTree(home);
        Files.createDirectories(home);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void losesNothingInventsNothingAndKeepsTheOrderHoweverOftenItIsKilled() throws Exception {
        Path agent = AgentJar.writeTo(home.resolve("agent.jar"));
        try (Receivers receivers = Receivers.start()) {
            Path counterparts = receivers.writeCounterparts(home.resolve("counterparts.yaml"));
            for (int round = 0; round < ROUNDS; round++) {
                load.add(SEED % 1000 + round);
                killOnce(round, agent, receivers, counterparts);
            }
            try (HubUnderTest hub = HubUnderTest.start(home, port, counterparts, Optional.empty())) {
                drain(hub, receivers);
                compare(receivers);
            }
        }
    }

    /** Named steps first, each once; after them the instant is chance, with a named step every third time. */
    private void killOnce(int round, Path agent, Receivers receivers, Path counterparts)
            throws IOException, InterruptedException, SQLException {
        List<KillStep> steps = KillStep.ofDocuments();
        if (round < steps.size() || round % 3 == 0) {
            killInside(steps.get(round % steps.size()), round, agent, receivers, counterparts);
        } else {
            killAfter(Duration.ofMillis(200 + random.nextInt(6_000)), receivers, counterparts);
        }
    }

    private void killInside(KillStep step, int round, Path agent, Receivers receivers, Path counterparts)
            throws IOException, InterruptedException, SQLException {
        Path sign = home.resolve("halted-" + round);
        String options = agent + "=" + step + "," + (1 + random.nextInt(step.callsWithin())) + "," + sign;
        HubUnderTest hub = HubUnderTest.start(home, port, counterparts, Optional.of(options));
        Thread sending = sendTo(hub, receivers);
        boolean halted = waitFor(() -> Files.exists(sign), STEP_LIMIT);
        hub.kill();
        sending.join();
        LOG.info("Round {}: killed inside {}", round, step);
        assertThat(halted).as("round %d was killed inside %s; %s", round, step, load).isTrue();
    }

    private void killAfter(Duration instant, Receivers receivers, Path counterparts) throws IOException, InterruptedException {
        HubUnderTest hub = HubUnderTest.start(home, port, counterparts, Optional.empty());
        Thread sending = sendTo(hub, receivers);
        sending.join(instant);
        hub.kill();
        sending.join();
        LOG.info("Killed {} ms after the load began", instant.toMillis());
    }

    private Thread sendTo(HubUnderTest hub, Receivers receivers) throws IOException {
        Map<String, HubClient> clients = clients(hub);
        receivers.pointTo(url(), hub.secret(Receivers.CUSTOMS));
        return Thread.ofPlatform().start(() -> load.send(clients));
    }

    private Map<String, HubClient> clients(HubUnderTest hub) throws IOException {
        return Map.of(Receivers.CARRIER, new HubClient(new HubAddress(url(), Receivers.CARRIER, hub.secret(Receivers.CARRIER)), Clock.systemUTC()),
                Receivers.FORWARDER, new HubClient(new HubAddress(url(), Receivers.FORWARDER, hub.secret(Receivers.FORWARDER)), Clock.systemUTC()));
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The last hub gets what is still unanswered, and finishes everything. */
    private void drain(HubUnderTest hub, Receivers receivers) throws IOException, InterruptedException, SQLException {
        Thread sending = sendTo(hub, receivers);
        sending.join();
        try (StoredTruth truth = StoredTruth.open(home)) {
            boolean atRest = waitFor(() -> isAtRest(truth, receivers), DRAIN_LIMIT);
            assertThat(atRest).as("at rest: %s, decisions %s", truth.unfinished(), receivers.statesOfDecisions().stream()
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))).isTrue();
        }
    }

    private static boolean isAtRest(StoredTruth truth, Receivers receivers) throws IOException, SQLException {
        return truth.unfinished().isEmpty() && receivers.statesOfDecisions().stream().noneMatch("waiting"::equals)
                && truth.unfinished().isEmpty();
    }

    private void compare(Receivers receivers) throws IOException, SQLException {
        assertThat(load.contradictions()).isEmpty();
        assertThat(load.isAllAcknowledged()).isTrue();
        try (StoredTruth truth = StoredTruth.open(home)) {
            everythingAcknowledgedIsStored(truth);
            everythingSaidWasAppliedWholeAndOnce(truth);
            for (String party : receivers.parties()) {
                wireAndStoreAgree(party, receivers.arrivedAt(party), truth.deliveredTo(party));
            }
        }
    }

    private void everythingAcknowledgedIsStored(StoredTruth truth) throws SQLException {
        for (Map.Entry<Load.Letter, String> acknowledged : load.acknowledged().entrySet()) {
            Load.Letter letter = acknowledged.getKey();
            assertThat(truth.holds(acknowledged.getValue(), letter.party(), Digests.of(letter.body()).value()))
                    .as("acknowledged %s is stored", letter.key()).isTrue();
        }
        assertThat(truth.rows("select sender, key, count(*)::text from transmission group by sender, key having count(*) > 1")).isEmpty();
    }

    /** P6: every applied fact has its events, and no event is there twice or without its fact. */
    private void everythingSaidWasAppliedWholeAndOnce(StoredTruth truth) throws SQLException {
        String consignments = Integer.toString(ROUNDS * Load.MANIFESTS * Load.BILLS_PER_MANIFEST);
        assertThat(truth.rows("select count(*)::text from consignment")).containsExactly(List.of(consignments));
        for (String kind : List.of("ManifestLodged", "DeclarationSubmitted")) {
            assertThat(truth.rows("select count(*)::text from consignment_event where kind = ? and stands = 'APPLIED'", kind))
                    .as(kind).containsExactly(List.of(consignments));
        }
        assertThat(truth.rows("""
                select f.id::text, f.state, f.code from fact f where f.state in ('APPLIED', 'KEPT') and f.code <> 'REPEATED'
                and not exists (select 1 from consignment_event e where e.fact = f.id)""")).as("facts without events").isEmpty();
        assertThat(truth.rows("select consignment::text, event::text from consignment_event group by 1, 2 having count(*) > 1"))
                .as("events told twice").isEmpty();
        for (String kind : List.of("Manifest", "GoodsDeclaration")) {
            assertThat(truth.rows("select count(*)::text from outbound where recipient = ? and kind = ? and state = 'DELIVERED'",
                    Receivers.CUSTOMS, kind)).as("told to customs: " + kind).containsExactly(List.of(consignments));
        }
    }

    private static void wireAndStoreAgree(String party, List<Arrived> arrived, List<List<String>> delivered) {
        assertThat(arrived).as("other bytes under one id at %s", party).allSatisfy(one -> assertThat(one.conflicts()).isZero());
        Map<String, String> onTheWire = arrived.stream().collect(Collectors.toMap(Arrived::messageId, Arrived::sha256));
        Map<String, String> inTheStore = delivered.stream().collect(Collectors.toMap(List::getFirst, row -> row.get(1)));
        assertThat(onTheWire).as("what %s received, by id and digest", party).isEqualTo(inTheStore);
        Map<String, String> consignmentOf = delivered.stream().collect(Collectors.toMap(List::getFirst, row -> row.get(2)));
        assertThat(byConsignment(arrived.stream().sorted(Comparator.comparingInt(Arrived::place)).map(Arrived::messageId).toList(),
                consignmentOf)).as("order per consignment at %s", party)
                .isEqualTo(byConsignment(delivered.stream().map(List::getFirst).toList(), consignmentOf));
        LOG.info("{} received {} messages, {} of them more than once", party, arrived.size(),
                arrived.stream().filter(one -> one.times() > 1).count());
    }

    private static Map<String, List<String>> byConsignment(List<String> ids, Map<String, String> consignmentOf) {
        return ids.stream().collect(Collectors.groupingBy(consignmentOf::get));
    }

    private interface Condition {
        boolean holds() throws IOException, SQLException;
    }

    private static boolean waitFor(Condition condition, Duration limit) throws IOException, SQLException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                return false;
            }
            new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        }
        return true;
    }

    private static void removeTree(Path top) throws IOException {
        if (Files.exists(top)) {
            try (var tree = Files.walk(top)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
