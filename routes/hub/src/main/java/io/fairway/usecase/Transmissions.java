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
     * @return fails with {@link OverloadedException} when too much is waiting to be flushed already (P15)
     * @throws OverloadedException when the sender has too much waiting to be read
     */
    CompletableFuture<Kept> keep(NewTransmission transmission);

    /**
     * Locks the oldest unread transmission of the sender of {@code id} for the running transaction, so that what one party says is
     * read in the order it was said (P5). Empty when all are read, or when the oldest is being read: whoever reads it goes on.
     */
    Optional<ReceivedTransmission> claimOldestUnread(TransmissionId id);

    /** Keeps what was read of it where that is not its bytes: what the signature within them covers. */
    void keepContent(TransmissionId id, byte[] content);

    /** Marks it as read; its interchanges are all stored in the running transaction. */
    void markRead(TransmissionId id);

    /** Marks it as unreadable; the findings tell why: not an interchange at all. */
    void markUnreadable(TransmissionId id, List<Finding> findings);

    /**
     * Counts a failed attempt to read at the oldest unread transmission of the sender of {@code id}; at {@code most} attempts it is
     * parked with an alarm (P2), and the next one is read.
     */
    void recordFailure(TransmissionId id, String cause, int most);

    /** Transmissions received before {@code limit} and not yet read, oldest first. */
    List<TransmissionId> unreadBefore(Instant limit, int most);
}
