package io.fairway.flow;

import io.fairway.usecase.DeliverOutbound;
import io.fairway.usecase.DueOutbound;
import io.fairway.usecase.PartyId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.ProducerTemplate;

/**
 * One lane per recipient, so that a slow or dead one holds up nobody else (P16). A lane takes what is due in batches, sends the batch at
 * once (a batch holds at most one document per consignment) and goes on until nothing is due.
 */
public final class DeliveryLanes {
    private final DeliverOutbound deliver;
    private final RestingCounterparts counterparts;
    private final ProducerTemplate template;
    private final Executor executor;
    private final Map<PartyId, AtomicInteger> wakeups = new ConcurrentHashMap<>();

    /** @param executor runs each lane and each send in a thread of its own */
    public DeliveryLanes(DeliverOutbound deliver, RestingCounterparts counterparts, ProducerTemplate template, Executor executor) {
        this.deliver = deliver;
        this.counterparts = counterparts;
        this.template = template;
        this.executor = executor;
    }

    /** Opens the lane of every recipient with something due; an open one goes round once more. */
    public void open() {
        deliver.recipientsDue().forEach(this::open);
    }

    private void open(PartyId recipient) {
        AtomicInteger pending = wakeups.computeIfAbsent(recipient, ignored -> new AtomicInteger());
        if (pending.getAndIncrement() == 0) {
            executor.execute(() -> drain(recipient, pending));
        }
    }

    private void drain(PartyId recipient, AtomicInteger pending) {
        int seen = pending.get();
        try {
            List<DueOutbound> due = lease(recipient);
            while (!due.isEmpty()) {
                sendAll(due);
                due = lease(recipient);
            }
        } finally {
            if (pending.addAndGet(-seen) > 0) {
                executor.execute(() -> drain(recipient, pending));
            }
        }
    }

    private List<DueOutbound> lease(PartyId recipient) {
        return deliver.lease(recipient, counterparts.mostAtOnce(recipient, deliver.batch()));
    }

    private void sendAll(List<DueOutbound> batch) {
        CompletableFuture<?>[] sends = batch.stream()
                .map(due -> CompletableFuture.runAsync(() -> template.sendBody(Seams.DELIVER, due), executor))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(sends).join();
    }
}
