package io.fairway.usecase;

import java.util.List;

/**
 * What walking the journal came to.
 *
 * @param sealed rows that the chain bears out
 * @param waiting rows behind the newest seal, which nothing bears out yet
 * @param breaks where the journal is not what was sealed; only the first of those that break the chain is named
 */
public record JournalVerdict(long sealed, long waiting, List<Break> breaks) {

    public JournalVerdict {
        breaks = List.copyOf(breaks);
    }

    /** What was done to a row, or to the chain. */
    public enum Kind {
        /** The row is not as it was sealed, or was swapped with another. */
        CHANGED,
        /** The row is gone. */
        REMOVED,
        /** The row was put among those that were sealed already. */
        INSERTED,
        /** The chain or its seals were cut, or do not fit each other. */
        CHAIN_BROKEN
    }

    /** @param position of the row in the journal; of the seal for {@link Kind#CHAIN_BROKEN} */
    public record Break(Kind kind, long position) {
    }

    /** Whether everything that was sealed is as it was. */
    public boolean isIntact() {
        return breaks.isEmpty();
    }
}
