package io.fairway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.ledger.Submitter.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmitterTest {
    private static final Limits LIMITS = new Limits(1_000, 8, 3);

    @TempDir
    private Path folder;
    private final LedgerInMemory ledger = new LedgerInMemory();

    @Test
    void recordsEachEventOnceInTheOrderOfItsLane() {
        try (var log = log()) {
            IntStream.range(0, 60).forEach(number -> log.enter(invocation(number, "lane-" + number % 3)));

            var drained = new Submitter(ledger, log, LIMITS).drain();

            assertThat(drained).isEqualTo(new Drained(60, 0, Optional.empty()));
            assertThat(ledger.recorded()).hasSize(60).doesNotHaveDuplicates();
            for (var lane = 0; lane < 3; lane++) {
                var rest = lane;
                assertThat(ledger.recorded().stream().map(SubmitterTest::number).filter(number -> number % 3 == rest)).isSorted();
            }
            assertThat(log.open(10)).isEmpty();
            assertThat(log.settled()).hasSize(60);
        }
    }

    @Test
    void submitsTheSameBytesAgainWhenTheOutcomeIsUnknown() {
        var answers = new AtomicInteger();
        ledger.awayAt(step -> step.equals("answer") && answers.incrementAndGet() <= 2);
        try (var log = log()) {
            log.enter(invocation(1, "lane"));
            var submitter = new Submitter(ledger, log, LIMITS);

            var first = submitter.drain();
            assertThat(first.trouble()).hasValueSatisfying(trouble -> assertThat(trouble).contains("cut"));
            assertThat(first.waiting()).isEqualTo(1);
            var stored = log.open(1).getFirst().signed();
            submitter.drain();
            assertThat(log.open(1).getFirst().signed()).isEqualTo(stored);
            assertThat(submitter.drain().settled()).isEqualTo(1);

            assertThat(ledger.endorsements()).isEqualTo(1);
            assertThat(ledger.recorded()).containsExactly(event(1));
        }
    }

    @Test
    void endorsesAnewOnlyAfterADefiniteConflict() {
        var conflicts = new AtomicInteger();
        ledger.conflictingFor(invocation -> conflicts.incrementAndGet() <= 2);
        try (var log = log()) {
            log.enter(invocation(1, "lane"));

            assertThat(new Submitter(ledger, log, LIMITS).drain().settled()).isEqualTo(1);

            assertThat(ledger.endorsements()).isEqualTo(3);
            assertThat(ledger.recorded()).containsExactly(event(1));
        }
    }

    @Test
    void leavesWhatConflictsTooOftenForTheNextRoundAndWhatFollowsItInItsLane() {
        ledger.conflictingFor(invocation -> invocation.event().equals(event(1)));
        try (var log = log()) {
            log.enter(invocation(1, "lane"));
            log.enter(invocation(2, "lane"));
            log.enter(invocation(3, "other"));

            assertThat(new Submitter(ledger, log, LIMITS).drain()).isEqualTo(new Drained(1, 2, Optional.empty()));

            assertThat(ledger.recorded()).containsExactly(event(3));
            assertThat(log.open(1).getFirst().endorsement()).isEqualTo(4);
        }
    }

    @Test
    void settlesWhatTheContractRefusesAndGoesOn() {
        ledger.refusing(invocation -> invocation.event().equals(event(1)));
        try (var log = log()) {
            log.enter(invocation(1, "lane"));
            log.enter(invocation(2, "lane"));

            assertThat(new Submitter(ledger, log, LIMITS).drain().settled()).isEqualTo(2);

            assertThat(log.settled().get(event(1))).isEqualTo(new Settlement.Refused("FW-VERSION", "FW-VERSION: the subject is at another version"));
            assertThat(ledger.recorded()).containsExactly(event(2));
        }
    }

    @Test
    void keepsEverythingWhileTheLedgerIsAwayAndDrainsItInOrder() {
        try (var log = log()) {
            IntStream.range(0, 40).forEach(number -> log.enter(invocation(number, "lane")));
            var submitter = new Submitter(ledger, log, LIMITS);

            ledger.awayAt(step -> true);
            assertThat(submitter.drain().waiting()).isEqualTo(40);
            assertThat(ledger.recorded()).isEmpty();
            ledger.awayAt(step -> false);
            assertThat(submitter.drain().settled()).isEqualTo(40);

            assertThat(ledger.recorded()).containsExactlyElementsOf(IntStream.range(0, 40).mapToObj(SubmitterTest::event).toList());
        }
    }

    @Test
    void aCrashAtAnyInstantLosesNothingAndDoublesNothing() throws IOException {
        for (var seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            var file = folder.resolve("crash-" + seed);
            var crashing = new LedgerInMemory();
            try (var log = new FileSubmissionLog(file)) {
                IntStream.range(0, 20).forEach(number -> log.enter(invocation(number, "lane-" + number % 4)));
                crashing.awayAt(step -> random.nextInt(6) == 0);
                new Submitter(crashing, log, LIMITS).drain();
            }
            tear(file, random);
            crashing.awayAt(step -> false);
            try (var log = new FileSubmissionLog(file)) {
                IntStream.range(0, 20).forEach(number -> log.enter(invocation(number, "lane-" + number % 4)));
                new Submitter(crashing, log, LIMITS).drain();
                assertThat(log.settled()).as("seed %d", seed).hasSize(20);
            }
            assertThat(crashing.recorded()).as("seed %d", seed).hasSize(20).doesNotHaveDuplicates();
        }
    }

    @Test
    void theFirstOfTwoEndorsementsIsTheOneThatIsSubmitted() {
        try (var log = log()) {
            log.enter(invocation(1, "lane"));
            var first = ledger.endorse(invocation(1, "lane"));
            var second = ledger.endorse(invocation(1, "lane"));

            assertThat(log.sign(event(1), 1, first)).isEqualTo(first);
            assertThat(log.sign(event(1), 1, second)).isEqualTo(first);
            assertThatThrownBy(() -> log.sign(event(1), 2, second)).isInstanceOf(IllegalStateException.class);
        }
    }

    /** A power cut can tear the line that was being written; whole lines were flushed before anything followed from them. */
    private static void tear(Path file, Random random) throws IOException {
        if (random.nextBoolean()) {
            Files.writeString(file, "recorded carrier/event-0", StandardOpenOption.APPEND);
        }
    }

    private FileSubmissionLog log() {
        return new FileSubmissionLog(folder.resolve("log"));
    }

    private static Invocation invocation(int number, String lane) {
        return Invocation.of(event(number), lane, "bill.transfer", "{}", "signature");
    }

    private static EventId event(int number) {
        return new EventId("carrier", "event-%04d".formatted(number));
    }

    private static int number(EventId event) {
        return Integer.parseInt(event.event().substring("event-".length()));
    }
}
