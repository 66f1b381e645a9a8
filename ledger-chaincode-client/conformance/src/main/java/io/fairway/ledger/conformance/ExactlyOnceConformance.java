package io.fairway.ledger.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.ledger.Checkpoint;
import io.fairway.ledger.EventId;
import io.fairway.ledger.FileSubmissionLog;
import io.fairway.ledger.Invocation;
import io.fairway.ledger.Ledger;
import io.fairway.ledger.LedgerProfile;
import io.fairway.ledger.LedgerWorker;
import io.fairway.ledger.Outcome;
import io.fairway.ledger.Pauses;
import io.fairway.ledger.Query;
import io.fairway.ledger.RecordedEvent;
import io.fairway.ledger.Settlement;
import io.fairway.ledger.Submitter;
import io.fairway.ledger.fabric.FabricLedger;
import io.fairway.ledger.fabric.Patience;
import io.fairway.ledger.fabric.TrustFiles;
import io.fairway.ledger.proof.LedgerReceipt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our client on this network: it proves what it records, reads what others did, and whatever is cut, every event stands once (P7).
 * The chaincode counts, so that a lost event shows as one too few and a doubled one as one too many.
 */
public interface ExactlyOnceConformance {
    /** For how long connections are cut, in seconds; minutes by hand with {@code -Dfairway.cut.seconds=300} (docs/devledger.md). */
    int CUT_SECONDS = Integer.getInteger("fairway.cut.seconds", 20);

    /** So many submissions may be open before the load waits. */
    int MOST_OPEN = 100;

    /** The network. */
    LedgerUnderTest ledger();

    @Test
    default void aReceiptOfThisNetworkStandsOffline() throws IOException {
        var profile = ledger().profile(LedgerUnderTest.CARRIER);
        try (var ledger = FabricLedger.of(profile, Patience.usual())) {
            var signed = ledger.endorse(Invocation.of(event(ledger().newKey(), 0), "lane", "put", ledger().newKey(), "12"));

            var outcome = (Outcome.Recorded) ledger.submit(signed);

            var verdict = LedgerReceipt.read(outcome.receipt().bytes()).check(TrustFiles.read(profile));
            assertThat(verdict.findings()).allSatisfy(finding -> assertThat(finding.holds()).as(finding.toString()).isTrue());
            assertThat(ledger.submit(signed)).as("the same bytes again").isEqualTo(outcome);
            assertThat(ledger.receipt(signed.transactionId())).contains(outcome.receipt());
        }
    }

    @Test
    default void everyMemberReadsTheSameBlocksFromItsCheckpoint() throws IOException {
        var key = ledger().newKey();
        try (var carrier = FabricLedger.of(ledger().profile(LedgerUnderTest.CARRIER), Patience.usual());
                var bank = FabricLedger.of(ledger().profile(LedgerUnderTest.BANK), Patience.usual())) {
            var put = Invocation.of(event(key, 0), "lane", "putWithEvent", key, "1", "moved", "by the carrier");

            var outcome = (Outcome.Recorded) carrier.submit(carrier.endorse(put));

            var found = eventsUpTo(bank, Checkpoint.start(), outcome.receipt().block());

            assertThat(found).filteredOn(event -> event.transactionId().equals(outcome.receipt().transactionId())).singleElement().satisfies(event -> {
                assertThat(event.name()).isEqualTo("moved");
                assertThat(event.payload()).isEqualTo("by the carrier");
                assertThat(event.submitter()).isEqualTo("CarrierMSP");
            });
        }
    }

    @Test
    default void whateverIsCutEveryEventStandsOnce(@TempDir Path folder, TestReporter reporter) throws IOException {
        var profile = ledger().profile(LedgerUnderTest.CARRIER);
        var random = new Random(20261121);
        var counters = IntStream.range(0, 6).mapToObj(number -> ledger().newKey()).toList();
        var entered = new int[counters.size()];
        try (var proxy = new CuttingProxy(profile.peer().address());
                var ledger = FabricLedger.of(through(profile, proxy), new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5)));
                var log = new FileSubmissionLog(folder.resolve("submissions"));
                var worker = LedgerWorker.draining(new Submitter(ledger, log, new Submitter.Limits(200, 16, 20)),
                        new Pauses(Duration.ofMillis(50), Duration.ofMillis(400)), Duration.ofMillis(50))) {
            var end = System.nanoTime() + Duration.ofSeconds(CUT_SECONDS).toNanos();
            for (var number = 0; System.nanoTime() < end; number++) {
                // two lanes for each counter, so that transactions conflict as well
                var counter = random.nextInt(counters.size());
                entered[counter]++;
                log.enter(Invocation.of(event(counters.get(counter), number), "lane-" + counter + "-" + number % 2, "increment", counters.get(counter)));
                worker.wake();
                disturb(proxy, random, number);
                if (log.open(MOST_OPEN).size() == MOST_OPEN) {
                    proxy.cut();
                    await(() -> log.open(MOST_OPEN).size() < MOST_OPEN, () -> "the backlog does not drain: " + worker.trouble());
                }
            }
            proxy.cut();
            await(() -> log.open(1).isEmpty(), () -> "still open: " + worker.trouble());

            reporter.publishEntry("events through cut connections", Integer.toString(IntStream.of(entered).sum()));
            assertThat(log.settled().values()).hasSize(IntStream.of(entered).sum()).allMatch(Settlement.Recorded.class::isInstance);
        }
        try (var ledger = FabricLedger.of(profile, Patience.usual())) {
            var counted = counters.stream().map(counter -> ledger.evaluate(Query.of("get", counter))).toList();
            assertThat(counted).isEqualTo(IntStream.of(entered).mapToObj(number -> number == 0 ? "" : Integer.toString(number)).toList());
        }
    }

    @Test
    default void aFollowerTakesEveryBlockOnceThoughItsStreamIsCut() throws IOException {
        var key = ledger().newKey();
        var bank = ledger().profile(LedgerUnderTest.BANK);
        var follower = new FollowerInMemory();
        try (var proxy = new CuttingProxy(bank.peer().address());
                var carrier = FabricLedger.of(ledger().profile(LedgerUnderTest.CARRIER), Patience.usual());
                var ledger = FabricLedger.of(through(bank, proxy), Patience.usual());
                var worker = LedgerWorker.following(ledger, follower, new Pauses(Duration.ofMillis(50), Duration.ofMillis(400)))) {
            for (var number = 0; number < 12; number++) {
                var put = Invocation.of(event(key, number), "lane", "putWithEvent", key, "1", "moved", key + " " + number);
                assertThat(carrier.submit(carrier.endorse(put))).isInstanceOf(Outcome.Recorded.class);
                if (number % 4 == 3) {
                    proxy.cut();
                }
            }
            var last = key + " 11";
            await(() -> follower.payloads().contains(last), () -> "still waiting: " + worker.trouble());
        }
        assertThat(follower.payloads()).filteredOn(payload -> payload.startsWith(key + " "))
                .containsExactlyElementsOf(IntStream.range(0, 12).mapToObj(number -> key + " " + number).toList());
        assertThat(follower.blocks()).isEqualTo(LongStream.range(0, follower.blocks().size()).boxed().toList());
    }

    private static void disturb(CuttingProxy proxy, Random random, int number) {
        LockSupport.parkNanos(Duration.ofMillis(10 + random.nextInt(20)).toNanos());
        if (number % 12 == 7 && random.nextBoolean()) {
            proxy.swallowAnswers();
        }
        if (number % 12 == 11) {
            proxy.cut();
        }
    }

    private static void await(BooleanSupplier condition, Supplier<String> trouble) {
        var end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(condition.getAsBoolean()).as(trouble).isTrue();
    }

    private static List<RecordedEvent> eventsUpTo(Ledger ledger, Checkpoint from, long block) {
        var events = new ArrayList<RecordedEvent>();
        try (var reading = ledger.read(from)) {
            for (var next = reading.next(); ; next = reading.next()) {
                events.addAll(next.events());
                if (next.number() >= block) {
                    return events;
                }
            }
        }
    }

    private static LedgerProfile through(LedgerProfile profile, CuttingProxy proxy) {
        return new LedgerProfile(profile.network(), profile.channel(), profile.chaincode(),
                new LedgerProfile.Peer(proxy.address(), profile.peer().tls(), profile.peer().authority()), profile.organisations(), profile.orderers(),
                profile.leastEndorsers(), profile.identity());
    }

    private static EventId event(String key, int number) {
        return new EventId("carrier", key + "-" + number);
    }
}
