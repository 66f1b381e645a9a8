package io.fairway.usecase.anchor;

import java.util.List;

/**
 * What comparing the journal's seals with the ledger came to.
 *
 * @param anchored seals that the ledger bears out
 * @param waiting seals behind the last batch on the ledger, which it does not bear out yet
 * @param breaks where the ledger says otherwise; nothing behind the first is compared
 */
public record AnchoredJournal(long anchored, long waiting, List<Break> breaks) {

    public AnchoredJournal {
        breaks = List.copyOf(breaks);
    }

    /** What does not fit. */
    public enum Kind {
        /** The seals of the batch are not those whose root stands on the ledger: rows were changed and sealed anew. */
        OTHER_SEALS,
        /** Fewer seals are here than the ledger took. */
        CUT,
        /** The ledger holds digests of the stream that are not here: the database was restored from a copy, or cut. */
        UNKNOWN_HERE,
        /** What shows the batch on the ledger is missing or does not hold. */
        NOT_SHOWN
    }

    /** @param batch number on the ledger @param firstSeal @param lastSeal of the batch, as far as known; 0 when not */
    public record Break(Kind kind, long batch, long firstSeal, long lastSeal) {
    }

    /** Whether all that is on the ledger is here as it was. */
    public boolean isIntact() {
        return breaks.isEmpty();
    }
}
