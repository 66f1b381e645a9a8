package io.fairway.usecase;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One piece of work on cases, done in one transaction, and what it took from outside: one time for all of it, and identifiers. Recorded
 * with the work, so that the same can be done again from the same bytes. Belongs to the thread that does the work.
 */
public final class Step {
    private static final ScopedValue<Step> CURRENT = ScopedValue.newInstance();

    private final Deque<UUID> given;
    private final List<UUID> taken = new ArrayList<>();
    private Optional<Instant> at;
    private Optional<About> about = Optional.empty();

    private Step(Optional<Instant> at, Collection<UUID> given) {
        this.at = at;
        this.given = new ArrayDeque<>(given);
    }

    /** What is done. */
    public enum Kind {
        /** A transmission is read. */
        READ,
        /** The next fact of a consignment is applied. */
        APPLY,
        /** A consignment's declarations are compared anew with the documents they name. */
        RECHECK,
        /** Facts whose consignment was not known are looked at again. */
        RESOLVE,
        /** Something is decided on a consignment that came in no document. */
        DECIDE
    }

    /** @param subject the transmission or consignment; all zeros for none */
    public record About(Kind kind, UUID subject) {
    }

    /** A step done for the first time. */
    public static Step fresh() {
        return new Step(Optional.empty(), List.of());
    }

    /** A step done again; what it needs beyond what it took the first time is made anew. */
    public static Step again(Instant at, List<UUID> identifiers) {
        return new Step(Optional.of(at), identifiers);
    }

    /** A clock that stands still within a step, to the microsecond. */
    public static InstantSource clock(InstantSource outside) {
        return () -> CURRENT.isBound() ? CURRENT.get().at(outside) : outside.instant();
    }

    /** Identifiers that are noted within a step, or given again. */
    public static Identifiers identifiers(Identifiers outside) {
        return () -> CURRENT.isBound() ? CURRENT.get().identifier(outside) : outside.next();
    }

    /** Says what the running step does; the first word counts. Nothing when no step is running. */
    public static void is(Kind kind, UUID subject) {
        if (CURRENT.isBound() && CURRENT.get().about.isEmpty()) {
            CURRENT.get().about = Optional.of(new About(kind, subject));
        }
    }

    /** Does the work as this step. */
    public <T> T during(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /** What it did; empty when it found nothing to do. */
    public Optional<About> about() {
        return about;
    }

    /** Its time; empty while it asked for none. */
    public Optional<Instant> at() {
        return at;
    }

    /** The identifiers it took, in their order. */
    public List<UUID> identifiers() {
        return List.copyOf(taken);
    }

    private Instant at(InstantSource outside) {
        Instant now = at.orElseGet(() -> outside.instant().truncatedTo(ChronoUnit.MICROS));
        at = Optional.of(now);
        return now;
    }

    private UUID identifier(Identifiers outside) {
        UUID next = given.isEmpty() ? outside.next() : given.removeFirst();
        taken.add(next);
        return next;
    }
}
