package io.fairway.document;

import io.fairway.document.id.UnLocode;
import java.time.Instant;
import java.util.Optional;

/**
 * One visit of one ship, as planned and as it came.
 *
 * @param port port of the call (LOC+60 of an arrival, the port left in a departure); empty where a berth request leaves it to the port
 *             it is sent to
 * @param berth terminal or berth asked for or used (LOC+153); empty when not said
 * @param lastPort port before this one (LOC+125)
 * @param nextPort port after this one (LOC+61)
 */
public record PortCall(Voyage voyage, Optional<UnLocode> port, String berth, Optional<Instant> estimatedArrival,
                       Optional<Instant> estimatedDeparture, Optional<Instant> arrivedAt, Optional<Instant> departedAt,
                       Optional<UnLocode> lastPort, Optional<UnLocode> nextPort) {
}
