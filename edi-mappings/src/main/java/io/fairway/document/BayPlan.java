package io.fairway.document;

import io.fairway.document.id.UnLocode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What stands where on board (BAPLIE).
 *
 * @param departurePort port the ship left or leaves (LOC+5), when said
 * @param nextPort next port of call (LOC+61), when said
 */
public record BayPlan(String reference, DocumentFunction function, Instant issuedAt, Voyage voyage, Optional<UnLocode> departurePort,
                      Optional<UnLocode> nextPort, Optional<Instant> arrival, Optional<Instant> departure,
                      List<StowedContainer> containers) implements PortCallDocument {
    public BayPlan {
        containers = List.copyOf(containers);
    }

    @Override
    public Optional<UnLocode> portOfCall() {
        return nextPort;
    }
}
