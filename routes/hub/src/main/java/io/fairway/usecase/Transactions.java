package io.fairway.usecase;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * Runs work in one database transaction with the party set for row-level security. Transactions do not nest: a call inside another
 * one is a defect and throws {@link IllegalStateException}. What was done is durable when the call returns.
 */
public interface Transactions {

    /** As the application role, seeing only what {@code party} may see. */
    <T> T asParty(PartyId party, Supplier<T> work);

    /** As the worker role, for background work on behalf of the hub. */
    <T> T asHub(Supplier<T> work);

    /** As {@link #asHub}, recorded as a {@link Step} when the work says that it is one. */
    default <T> T asRecordedHub(Supplier<T> work) {
        return asHub(work);
    }

    /**
     * As {@link #asRecordedHub(Supplier)}, for work that may share its transaction with work of the same kind about other subjects, which waits at the
     * same time. What such work asks shows it its own changes, and not surely those of the others. Each is durable, or has failed alone, when its call
     * returns; it may be done twice, the first time in vain.
     *
     * @param subject whose work is not under way twice at the same time in this hub
     */
    default <T> T asRecordedHub(Step.Kind kind, UUID subject, Supplier<T> work) {
        return asRecordedHub(work);
    }

    /**
     * As {@link #asHub}, for changes that ask the database nothing and do not depend on others that come at the same time: those may share a
     * commit with it. Each is durable, or has failed alone, when its call returns.
     */
    default void asHubTogether(Runnable changes) {
        asHub(() -> {
            changes.run();
            return changes;
        });
    }

    /** As {@link #asParty}, seeing one point in time from beginning to end, whatever is committed meanwhile. */
    default <T> T atOnePoint(PartyId party, Supplier<T> work) {
        return asParty(party, work);
    }
}
