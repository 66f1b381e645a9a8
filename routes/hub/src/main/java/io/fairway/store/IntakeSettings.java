package io.fairway.store;

import java.time.Duration;

/**
 * Limits of the group commit.
 *
 * @param mostWaiting transmissions that may wait; the next one is refused (P15)
 * @param mostWaitingBytes bytes that may wait; a single larger one is taken when nothing else waits
 * @param groupSize most transmissions in one flush
 * @param groupBytes bytes after which a flush takes no more
 * @param gather how long a flush waits for more while others keep coming
 * @param writers flushes at the same time
 * @param retryAfterSeconds what a refused caller is told
 * @param ofOne what one party may have of it
 */
public record IntakeSettings(int mostWaiting, long mostWaitingBytes, int groupSize, long groupBytes, Duration gather, int writers,
                             int retryAfterSeconds, Share ofOne) {

    /**
     * What one party may have, so that its flood is refused before it is acknowledged while the others go on (P15, P16).
     *
     * @param mostWaiting transmissions of it that may wait for a flush
     * @param mostWaitingBytes bytes of it that may wait for a flush; a single larger one is taken when it has nothing else waiting
     * @param mostUnread transmissions of it that may be kept and not read yet
     */
    public record Share(int mostWaiting, long mostWaitingBytes, int mostUnread) {
    }

    /** For a hub of two cores: more writers would only split the groups. */
    public static final IntakeSettings DEFAULT =
            new IntakeSettings(2_000, 256L << 20, 100, 8L << 20, Duration.ofMillis(2), 2, 2,
                    new Share(500, 128L << 20, 1_000));
}
