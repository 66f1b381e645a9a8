package io.fairway.clearance;

import io.fairway.clearance.ClearanceEvent.DeclarationAmended;
import io.fairway.clearance.ClearanceEvent.DeclarationSubmitted;
import io.fairway.clearance.RecordedEvent.Disposition;
import java.util.Optional;

/** The fact by which a declarant last said what it declares. */
final class LastTold {
    private LastTold() {
    }

    static Optional<RecordedEvent> of(CaseState state, DeclarationKey declaration) {
        return state.history().stream().filter(event -> event.disposition() == Disposition.APPLIED)
                .filter(event -> keyOf(event.event()).filter(declaration::equals).isPresent()).reduce((first, second) -> second);
    }

    private static Optional<DeclarationKey> keyOf(ClearanceEvent event) {
        return switch (event) {
            case DeclarationSubmitted submitted -> Optional.of(submitted.key());
            case DeclarationAmended amended -> Optional.of(amended.key());
            case ClearanceEvent _ -> Optional.empty();
        };
    }
}
