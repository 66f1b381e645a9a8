package io.fairway.usecase.retention;

import io.fairway.usecase.view.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What is kept and may be erased, what was erased, and legal holds. All calls belong to the running transaction of the hub. */
public interface Keepings {

    /** One thing as it is now; empty when there is none. */
    Optional<Keeping> find(Erasable kind, UUID subject);

    /**
     * Things whose period began before {@code limit} and that nothing ties, oldest first.
     *
     * @param sort a kind of documents that speak of no case, or one of {@link Retention}'s words
     * @param longer what is of one of these sorts too is left out
     */
    List<Keeping> due(String sort, Instant limit, Set<String> longer, int most);

    /** Writes it down and does it, for good. @throws IllegalStateException when something ties it */
    void erase(Erasure erasure);

    /** What was erased, latest first. */
    Slice<Erasure> erasures(Slice.Want want);

    /** Things whose bytes are gone though nothing in the journal says that they were erased; at most so many, each as its kind and id. */
    List<String> unexplained(int most);

    /** Forgets the oldest steps of the hub's work that were done before this; gives their number. */
    long forgetSteps(Instant before, int most);

    /** Places a hold. */
    void place(LegalHold hold);

    /** A hold that stands. */
    Optional<LegalHold> hold(UUID id);

    /** Lifts a hold that stands. */
    void lift(LegalHold hold, String by, Instant at);

    /** Holds that stand, latest first. */
    Slice<LegalHold> holds(Slice.Want want);
}
