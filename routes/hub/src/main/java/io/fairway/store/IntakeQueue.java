package io.fairway.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What waits for a flush, bounded in number and bytes. */
final class IntakeQueue {
    private final IntakeSettings settings;
    private final LinkedBlockingQueue<WaitingTransmission> queue;
    private long waitingBytes;

    IntakeQueue(IntakeSettings settings) {
        this.settings = settings;
        this.queue = new LinkedBlockingQueue<>(settings.mostWaiting());
    }

    /** @return false when it is full */
    synchronized boolean offer(WaitingTransmission waiting) {
        boolean fits = waitingBytes == 0 || waitingBytes + waiting.length() <= settings.mostWaitingBytes();
        if (!fits || !queue.offer(waiting)) {
            return false;
        }
        waitingBytes += waiting.length();
        return true;
    }

    /** Gives the bytes of transmissions free that were answered. */
    synchronized void release(List<WaitingTransmission> answered) {
        waitingBytes -= answered.stream().mapToLong(WaitingTransmission::length).sum();
    }

    /**
     * The next group, in order of arrival; empty when none came within a moment. A lone transmission is not kept waiting for company;
     * while many come, the group is filled up for as long as the settings say.
     */
    List<WaitingTransmission> take() throws InterruptedException {
        List<WaitingTransmission> group = new ArrayList<>();
        WaitingTransmission first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) {
            return group;
        }
        group.add(first);
        long bytes = first.length();
        long end = System.nanoTime() + settings.gather().toNanos();
        while (group.size() < settings.groupSize() && bytes < settings.groupBytes()) {
            WaitingTransmission next = group.size() == 1 ? queue.poll() : queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                break;
            }
            group.add(next);
            bytes += next.length();
        }
        return group;
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }
}
