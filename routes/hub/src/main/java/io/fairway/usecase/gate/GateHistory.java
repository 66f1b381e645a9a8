package io.fairway.usecase.gate;

import io.fairway.usecase.gate.GateStore.Kept;
import java.time.Instant;
import java.util.List;

/** Decisions at all gates as they were kept. All calls belong to the running transaction of the hub. */
@FunctionalInterface
public interface GateHistory {

    /**
     * Decisions made from {@code from} and before {@code until}, by passage and revision.
     *
     * @param passage of the last one had; empty for the first
     * @param revision of the last one had
     */
    List<Kept> decisions(Instant from, Instant until, String passage, int revision, int most);
}
