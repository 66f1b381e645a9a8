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
 */
public record IntakeSettings(int mostWaiting, long mostWaitingBytes, int groupSize, long groupBytes, Duration gather, int writers,
                             int retryAfterSeconds) {

    /** For a hub of two cores: more writers would only split the groups. */
    public static final IntakeSettings DEFAULT =
            new IntakeSettings(2_000, 256L << 20, 100, 8L << 20, Duration.ofMillis(2), 2, 2);
}
