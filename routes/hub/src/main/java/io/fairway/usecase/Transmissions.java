package io.fairway.usecase;

import io.fairway.document.finding.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The received bytes, whole (P1, P3). */
public interface Transmissions {

    /**
     * Stores bytes, digest, sender, channel, time and a journal row in one transaction shared with others that wait (group
     * commit). Completes only after the flush. Opens its own transaction.
     *
     * @return fails with {@link OverloadedException} when too much is waiting already (P15)
     */
    CompletableFuture<Kept> keep(NewTransmission transmission);

    /** Locks a received, not yet read transmission for the running transaction; empty when it is read, locked, or not there. */
    Optional<ReceivedTransmission> claimUnread(TransmissionId id);

    /** Marks it as read; its interchanges are all stored in the running transaction. */
    void markRead(TransmissionId id);

    /** Marks it as unreadable; the findings tell why: not an interchange at all. */
    void markUnreadable(TransmissionId id, List<Finding> findings);

    /** Counts a failed attempt to read; at {@code most} attempts it is parked with an alarm (P2). */
    void recordFailure(TransmissionId id, String cause, int most);

    /** Transmissions received before {@code limit} and not yet read, oldest first. */
    List<TransmissionId> unreadBefore(Instant limit, int most);
}
