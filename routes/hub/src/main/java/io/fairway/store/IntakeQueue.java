package io.fairway.store;

import io.fairway.usecase.PartyId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What waits for a flush, bounded in number and bytes, of all parties together and of each one. */
final class IntakeQueue {
    private final IntakeSettings settings;
    private final LinkedBlockingQueue<WaitingTransmission> queue;
    private final Map<PartyId, Waiting> byParty = new HashMap<>();
    private long waitingBytes;

    /** What one party has waiting, or taken and not yet answered. */
    private record Waiting(int count, long bytes) {
        static final Waiting NOTHING = new Waiting(0, 0);

        Waiting plus(int more, long moreBytes) {
            return new Waiting(count + more, bytes + moreBytes);
        }
    }

    IntakeQueue(IntakeSettings settings) {
        this.settings = settings;
        this.queue = new LinkedBlockingQueue<>(settings.mostWaiting());
    }

    /** @return false when it is full, or the sender has its share in it */
    synchronized boolean offer(WaitingTransmission waiting) {
        boolean fits = waitingBytes == 0 || waitingBytes + waiting.length() <= settings.mostWaitingBytes();
        if (!fits || !isWithinShare(waiting) || !queue.offer(waiting)) {
            return false;
        }
        waitingBytes += waiting.length();
        byParty.merge(sender(waiting), new Waiting(1, waiting.length()), (before, one) -> before.plus(1, one.bytes()));
        return true;
    }

    private boolean isWithinShare(WaitingTransmission waiting) {
        Waiting has = byParty.getOrDefault(sender(waiting), Waiting.NOTHING);
        return has.count() == 0
                || has.count() < settings.ofOne().mostWaiting() && has.bytes() + waiting.length() <= settings.ofOne().mostWaitingBytes();
    }

    private static PartyId sender(WaitingTransmission waiting) {
        return waiting.transmission().sender();
    }

    /** Gives the places of transmissions free that were answered. */
    synchronized void release(List<WaitingTransmission> answered) {
        waitingBytes -= answered.stream().mapToLong(WaitingTransmission::length).sum();
        answered.forEach(one -> byParty.computeIfPresent(sender(one), (party, has) -> has.count() == 1 ? null : has.plus(-1, -one.length())));
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
