package io.fairway.usecase.registry;

import io.fairway.usecase.PartyId;
import java.time.Instant;
import java.util.Optional;

/** How telling a counterpart goes at this node, as of now. */
@FunctionalInterface
public interface CounterpartTrouble {

    /** @param failures in a row @param restsUntil when it is asked again; empty while it is not resting */
    record Trouble(int failures, Optional<Instant> restsUntil) {
        /** Nothing failed since the last receipt. */
        public static final Trouble NONE = new Trouble(0, Optional.empty());
    }

    Trouble of(PartyId party);
}
