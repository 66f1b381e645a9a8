package io.fairway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerWorkerTest {
    private static final Pauses PAUSES = new Pauses(Duration.ofMillis(5), Duration.ofMillis(20));

    private final LedgerInMemory ledger = new LedgerInMemory();
    private final CountDownLatch settled = new CountDownLatch(3);

    @Test
    void drainsWhatWasEnteredBeforeAndAfterTheLedgerWasAway(@TempDir Path folder) throws InterruptedException {
        var failures = new AtomicInteger();
        ledger.awayAt(step -> failures.incrementAndGet() <= 4);
        try (var file = new FileSubmissionLog(folder.resolve("log"))) {
            file.enter(invocation(1));
            try (var worker = LedgerWorker.draining(new Submitter(ledger, counting(file, 0), Submitter.Limits.usual()), PAUSES, Duration.ofHours(1))) {
                file.enter(invocation(2));
                file.enter(invocation(3));
                worker.wake();

                assertThat(settled.await(30, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(ledger.recorded()).containsExactly(event(1), event(2), event(3));
        }
    }

    @Test
    void goesOnAfterItsLogCouldNotBeReached(@TempDir Path folder) throws InterruptedException {
        try (var file = new FileSubmissionLog(folder.resolve("log"))) {
            for (var number = 1; number <= 3; number++) {
                file.enter(invocation(number));
            }
            try (var worker = LedgerWorker.draining(new Submitter(ledger, counting(file, 3), Submitter.Limits.usual()), PAUSES, Duration.ofMillis(5))) {
                assertThat(settled.await(30, TimeUnit.SECONDS)).isTrue();
                assertThat(worker.trouble().filter(trouble -> !trouble.contains("away"))).isEmpty();
            }
            assertThat(ledger.recorded()).hasSize(3).doesNotHaveDuplicates();
        }
    }

    @Test
    void pausesGrowToTheirLimit() {
        assertThat(PAUSES.after(1)).isEqualTo(Duration.ofMillis(5));
        assertThat(PAUSES.after(2)).isEqualTo(Duration.ofMillis(10));
        assertThat(PAUSES.after(60)).isEqualTo(Duration.ofMillis(20));
    }

    /** Counts what is settled; cannot be reached the first times it is asked. */
    private SubmissionLog counting(FileSubmissionLog file, int failures) {
        var left = new AtomicInteger(failures);
        return new SubmissionLog() {
            @Override
            public List<Submission> open(int limit) {
                if (left.getAndDecrement() > 0) {
                    throw new IllegalStateException("the log is away");
                }
                return file.open(limit);
            }

            @Override
            public SignedTransaction sign(EventId event, int endorsement, SignedTransaction signed) {
                return file.sign(event, endorsement, signed);
            }

            @Override
            public void conflicted(EventId event, int endorsement, String code) {
                file.conflicted(event, endorsement, code);
            }

            @Override
            public void settle(EventId event, Settlement settlement) {
                file.settle(event, settlement);
                settled.countDown();
            }
        };
    }

    private static Invocation invocation(int number) {
        return Invocation.of(event(number), "lane", "bill.transfer", "{}", "signature");
    }

    private static EventId event(int number) {
        return new EventId("carrier", "event-000" + number);
    }
}
