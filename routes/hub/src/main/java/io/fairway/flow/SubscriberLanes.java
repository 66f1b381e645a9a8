package io.fairway.flow;

import io.fairway.usecase.feed.NotifySubscribers;
import io.fairway.usecase.feed.Notice;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.apache.camel.Handler;

/** One lane per subscription, so that a slow or dead subscriber holds up nobody else (P16). */
public final class SubscriberLanes {
    private final NotifySubscribers notify;
    private final Executor executor;
    private final Set<UUID> open = ConcurrentHashMap.newKeySet();

    /** @param executor runs each lane and each send in a thread of its own */
    public SubscriberLanes(NotifySubscribers notify, Executor executor) {
        this.notify = notify;
        this.executor = executor;
    }

    /** Makes notices of what is new, and opens the lane of every subscription with something due that is not open. */
    @Handler
    public void open() {
        notify.makeNotices();
        notify.due().stream().filter(open::add).forEach(subscription -> executor.execute(() -> drain(subscription)));
    }

    private void drain(UUID subscription) {
        try {
            List<Notice> due = notify.lease(subscription);
            while (!due.isEmpty()) {
                CompletableFuture.allOf(due.stream().map(notice -> CompletableFuture.runAsync(() -> notify.send(notice), executor))
                        .toArray(CompletableFuture[]::new)).join();
                due = notify.lease(subscription);
            }
        } finally {
            open.remove(subscription);
        }
    }
}
