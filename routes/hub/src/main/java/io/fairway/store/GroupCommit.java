package io.fairway.store;

import io.fairway.usecase.Kept;
import io.fairway.usecase.NewTransmission;
import io.fairway.usecase.OverloadedException;
import io.fairway.usecase.StoreUnavailableException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets many waiting transmissions share one flush to disk. Each is answered only after the commit that holds it; a failed flush
 * answers none of them with success (P1).
 */
public final class GroupCommit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    private final IntakeSettings settings;
    private final IntakeQueue queue;
    private final GroupWriter writer;
    private final List<Thread> threads;
    private volatile boolean closing;

    public GroupCommit(Database database, IntakeSettings settings) {
        this.settings = settings;
        this.queue = new IntakeQueue(settings);
        this.writer = new GroupWriter(database.application());
        this.threads = IntStream.rangeClosed(1, settings.writers())
                .mapToObj(number -> Thread.ofPlatform().name("intake-writer-" + number).daemon().start(this::write)).toList();
    }

    CompletableFuture<Kept> keep(NewTransmission transmission) {
        WaitingTransmission waiting = new WaitingTransmission(transmission, new CompletableFuture<>());
        if (closing || !queue.offer(waiting)) {
            return CompletableFuture.failedFuture(new OverloadedException(settings.retryAfterSeconds()));
        }
        return waiting.answer();
    }

    private void write() {
        try {
            while (!closing || !queue.isEmpty()) {
                List<WaitingTransmission> group = queue.take();
                CompletableFuture.runAsync(() -> flush(group), Runnable::run).exceptionally(defect -> fail(group, defect)).join();
                queue.release(group);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A row that the database refuses must not fail its neighbours: then each is tried alone. */
    private void flush(List<WaitingTransmission> group) {
        if (group.isEmpty()) {
            return;
        }
        try {
            writer.write(group);
        } catch (SQLException e) {
            if (group.size() == 1 || Unavailability.causes(e)) {
                fail(group, e);
            } else {
                group.forEach(waiting -> flush(List.of(waiting)));
            }
        }
    }

    /** A defect ends neither the writer nor the patience of those who wait. */
    private static @Nullable Void fail(List<WaitingTransmission> group, Throwable defect) {
        LOG.error("A defect kept {} transmissions from being kept", group.size(), defect);
        group.forEach(waiting -> waiting.answer().completeExceptionally(defect));
        return null;
    }

    private static void fail(List<WaitingTransmission> group, SQLException e) {
        LOG.error("{} transmissions could not be kept, and were not acknowledged: {}", group.size(), e.getMessage());
        RuntimeException answer = Unavailability.causes(e)
                ? new StoreUnavailableException("The transmission could not be kept: " + e.getMessage(), e)
                : new IllegalArgumentException("The database refuses the transmission: " + e.getMessage(), e);
        group.forEach(waiting -> waiting.answer().completeExceptionally(answer));
    }

    /** Takes no more, and ends when what waits is flushed. */
    @Override
    public void close() {
        closing = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
