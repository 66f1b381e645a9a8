package io.fairway.usecase.retention;

import io.fairway.usecase.PartyId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Something that is kept and can be erased.
 *
 * @param party whose it is
 * @param sorts by which its period is found: the kinds of its documents, or one of {@link Retention}'s own words
 * @param since when its period began
 * @param tie what keeps it from being erased now
 */
public record Keeping(Erasable kind, UUID subject, PartyId party, Set<String> sorts, Instant since, Tie tie) {
    public Keeping {
        sorts = Set.copyOf(sorts);
    }

    /** What keeps a thing. */
    public enum Tie {
        NONE,
        /** It waits to be applied, or to be delivered. */
        AT_WORK,
        /** It speaks of a case, and goes with that. */
        OF_A_CASE,
        LEGAL_HOLD,
        /** It is gone already. */
        ERASED
    }
}
