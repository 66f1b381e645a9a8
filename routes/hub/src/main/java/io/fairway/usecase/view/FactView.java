package io.fairway.usecase.view;

import java.util.Optional;
import java.util.UUID;

/**
 * What one document said about one consignment, and what came of it.
 *
 * @param message reference of the message
 * @param ordinal place among the facts of the interchange, from 1
 * @param document name of the document, for example {@code Manifest}
 * @param consignment absent while it is not known which one is meant
 * @param code reason code when it was not simply applied
 * @param reason the same in words
 */
public record FactView(UUID id, String message, int ordinal, String document, Optional<UUID> consignment, State state,
                       Optional<String> code, Optional<String> reason) {

    /** What came of a fact; unresolved as long as it is not known which consignment is meant; filed when none is. */
    public enum State {
        UNRESOLVED, WAITING, APPLIED, KEPT, FILED, REFUSED, PARKED
    }
}
