package io.fairway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedCommitsTest {
    private final List<Integer> groups = new CopyOnWriteArrayList<>();
    private final List<String> durable = new CopyOnWriteArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final CountDownLatch firstIsIn = new CountDownLatch(1);
    private final CountDownLatch othersCame = new CountDownLatch(1);
    private final SharedCommits commits = new SharedCommits(this::transaction);

    /** All of it, or nothing. */
    private void transaction(List<Runnable> changes) {
        open.clear();
        changes.forEach(Runnable::run);
        groups.add(changes.size());
        durable.addAll(open);
    }

    @Test
    void whatIsAloneDoesNotWaitForCompany() {
        commits.commit(() -> open.add("one"));

        assertThat(durable).containsExactly("one");
        assertThat(groups).containsExactly(1);
    }

    @Test
    void whatComesWhileAnotherCommitsSharesTheNextOne() throws InterruptedException {
        List<String> names = IntStream.range(0, 100).mapToObj(number -> "change-" + number).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = CompletableFuture.runAsync(() -> commits.commit(this::slowly), threads);
            firstIsIn.await();
            var others = names.stream().map(name -> CompletableFuture.runAsync(() -> commits.commit(() -> open.add(name)), threads)).toList();
            assertThat(durable).isEmpty();
            othersCame.countDown();
            first.join();
            others.forEach(CompletableFuture::join);
        }

        assertThat(durable).contains("slow").containsAll(names).hasSize(101);
        assertThat(groups).allMatch(size -> size <= 64);
    }

    private void slowly() {
        open.add("slow");
        firstIsIn.countDown();
        try {
            othersCame.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aChangeThatFailsFailsForWhoAskedForItAndForNobodyElse() throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = CompletableFuture.runAsync(() -> commits.commit(this::slowly), threads);
            firstIsIn.await();
            var bad = CompletableFuture.runAsync(() -> assertThatThrownBy(() -> commits.commit(() -> {
                throw new IllegalStateException("cannot be done");
            })).isInstanceOf(IllegalStateException.class).hasMessage("cannot be done"), threads);
            var good = IntStream.range(0, 20).mapToObj(number -> CompletableFuture.runAsync(() -> commits.commit(() -> open.add("good-" + number)), threads))
                    .toList();
            othersCame.countDown();
            first.join();
            bad.join();
            good.forEach(CompletableFuture::join);
        }

        assertThat(durable).hasSize(21).doesNotHaveDuplicates();
    }
}
