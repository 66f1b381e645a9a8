package io.fairway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.store.SharedWork.RunsAloneException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** With one lane, so that whatever comes while a first piece of work is held back waits for the next transaction. */
class SharedWorkTest {
    private final List<List<UUID>> transactions = new CopyOnWriteArrayList<>();
    private final List<String> durable = new CopyOnWriteArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final CountDownLatch firstIsIn = new CountDownLatch(1);
    private final CountDownLatch othersCame = new CountDownLatch(1);
    private final SharedWork work = new SharedWork(1, this::transaction);

    /** All of it, or nothing. */
    private void transaction(List<UUID> subjects, List<Runnable> pieces) {
        open.clear();
        transactions.add(subjects);
        pieces.forEach(Runnable::run);
        durable.addAll(open);
    }

    @Test
    void whatIsAloneDoesNotWaitForCompanyAndGivesItsResult() {
        assertThat(work.run(subject(1), () -> write("one"))).isEqualTo("one");
        assertThat(durable).containsExactly("one");
    }

    @Test
    void whatWaitsSharesATransactionInTheOrderOfItsSubjects() throws InterruptedException {
        List<String> results = behindAFirst(IntStream.rangeClosed(1, 50).mapToObj(number -> subject(51 - number)).toList(), () -> write("other"));

        assertThat(results).hasSize(50).containsOnly("other");
        assertThat(transactions.stream().flatMap(List::stream)).hasSize(51).doesNotHaveDuplicates();
        assertThat(transactions).allSatisfy(subjects -> assertThat(subjects).isSorted().hasSizeLessThanOrEqualTo(64));
        assertThat(durable).hasSize(51);
    }

    @Test
    void workAboutOneSubjectNeverSharesATransaction() throws InterruptedException {
        behindAFirst(IntStream.range(0, 20).mapToObj(number -> subject(7)).toList(), () -> write("same"));

        assertThat(transactions).hasSize(21).allSatisfy(subjects -> assertThat(subjects).hasSize(1));
        assertThat(durable).hasSize(21);
    }

    @Test
    void whatFailsFailsForWhoAskedForItAndForNobodyElse() throws InterruptedException {
        List<UUID> subjects = IntStream.rangeClosed(1, 20).mapToObj(SharedWorkTest::subject).toList();
        List<String> results = behindAFirst(subjects, failingFor(10));

        assertThat(results).hasSize(20).containsOnlyOnce("cannot be done");
        assertThat(durable).hasSize(20);
    }

    @Test
    void whatLeavesItsCompanyIsDoneAloneBehindIt() throws InterruptedException {
        List<String> alone = new CopyOnWriteArrayList<>();
        behindAFirst(IntStream.rangeClosed(1, 5).mapToObj(SharedWorkTest::subject).toList(), () -> {
            if (transactions.getLast().size() > 1) {
                throw new RunsAloneException("large");
            }
            alone.add("large");
            return write("large");
        });

        assertThat(alone).hasSize(5);
        assertThat(durable).hasSize(6);
    }

    @Test
    void whatIsAloneAndFailsSaysWhy() {
        assertThatThrownBy(() -> work.run(subject(1), () -> {
            throw new IllegalStateException("cannot be done");
        })).isInstanceOf(IllegalStateException.class).hasMessage("cannot be done");
    }

    private Supplier<String> failingFor(int number) {
        var failing = subject(number);
        return () -> {
            var subjects = transactions.getLast();
            if (subjects.size() == 1 ? subjects.getFirst().equals(failing) : subjects.contains(failing)) {
                throw new IllegalStateException("cannot be done");
            }
            return write("good");
        };
    }

    /** @return what each gave, or the message with which it failed */
    private List<String> behindAFirst(List<UUID> subjects, Supplier<String> piece) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = CompletableFuture.runAsync(() -> work.run(subject(0), this::slowly), threads);
            firstIsIn.await();
            var others = subjects.stream().map(subject -> CompletableFuture.supplyAsync(() -> work.run(subject, piece), threads)
                    .exceptionally(failure -> failure.getCause().getMessage())).toList();
            assertThat(durable).isEmpty();
            othersCame.countDown();
            first.join();
            return others.stream().map(CompletableFuture::join).toList();
        }
    }

    private String slowly() {
        firstIsIn.countDown();
        try {
            othersCame.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return write("slow");
    }

    private String write(String what) {
        open.add(what);
        return what;
    }

    private static UUID subject(int number) {
        return new UUID(0, number);
    }
}
