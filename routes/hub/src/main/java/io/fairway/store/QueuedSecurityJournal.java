package io.fairway.store;

import static io.fairway.store.Columns.time;

import io.fairway.usecase.StoreUnavailableException;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.registry.SecurityEvent;
import io.fairway.usecase.registry.SecurityJournal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes wait in a bounded queue and are written in groups by one thread; what is the same but for its time is one row that counts. When
 * the queue is full, notes are dropped and the number of the dropped is logged: who floods us must not stop us.
 */
public final class QueuedSecurityJournal implements SecurityJournal, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueuedSecurityJournal.class);
    private static final int MOST_WAITING = 10_000;
    private static final int GROUP = 500;
    private static final int GATHER_MILLIS = 200;

    private final Transactions transactions;
    private final BlockingQueue<SecurityEvent> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private final Thread writer;

    private QueuedSecurityJournal(Transactions transactions) {
        this.transactions = transactions;
        this.writer = Thread.ofVirtual().name("security-journal").unstarted(this::write);
    }

    public static QueuedSecurityJournal start(Transactions transactions) {
        var journal = new QueuedSecurityJournal(transactions);
        journal.writer.start();
        return journal;
    }

    @Override
    public void note(SecurityEvent event) {
        if (!waiting.offer(event)) {
            dropped.incrementAndGet();
        }
    }

    private void write() {
        try {
            while (true) {
                List<SecurityEvent> group = gather();
                writeGroup(group);
                long lost = dropped.getAndSet(0);
                if (lost > 0) {
                    LOG.warn("{} security events were dropped: they came faster than they could be written", lost);
                }
            }
        } catch (InterruptedException e) {
            var rest = new ArrayList<SecurityEvent>();
            waiting.drainTo(rest);
            if (!rest.isEmpty()) {
                writeGroup(rest);
            }
        }
    }

    private List<SecurityEvent> gather() throws InterruptedException {
        var group = new ArrayList<SecurityEvent>();
        group.add(waiting.take());
        SecurityEvent next = waiting.poll(GATHER_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
            group.add(next);
            waiting.drainTo(group, GROUP);
        }
        return group;
    }

    private void writeGroup(List<SecurityEvent> group) {
        Map<SecurityEvent, Integer> counted = new LinkedHashMap<>();
        Map<List<Object>, SecurityEvent> firsts = new LinkedHashMap<>();
        for (SecurityEvent event : group) {
            SecurityEvent first = firsts.computeIfAbsent(alike(event), same -> event);
            counted.merge(first, 1, Integer::sum);
        }
        try {
            transactions.asHub(() -> {
                counted.forEach(QueuedSecurityJournal::insert);
                return counted.size();
            });
        } catch (StoreUnavailableException e) {
            LOG.warn("{} security events could not be written: {}", group.size(), e.getMessage());
        }
    }

    private static List<Object> alike(SecurityEvent event) {
        return List.of(event.kind(), event.party(), event.person(), event.method(), event.path(), event.status(), event.detail());
    }

    private static void insert(SecurityEvent event, int repeated) {
        Running.sql("""
                insert into security_event (at, kind, party, person, method, path, status, detail, trace, repeated)
                values (:at, :kind, :party, :person, :method, :path, :status, :detail, :trace, :repeated)""")
                .param("at", time(event.at())).param("kind", event.kind().name()).param("party", event.party()).param("person", event.person())
                .param("method", event.method()).param("path", event.path()).param("status", event.status())
                .param("detail", event.detail()).param("trace", event.trace()).param("repeated", repeated)
                .update();
    }

    /** Writes what still waits. */
    @Override
    public void close() throws InterruptedException {
        writer.interrupt();
        writer.join(TimeUnit.SECONDS.toMillis(5));
    }
}
