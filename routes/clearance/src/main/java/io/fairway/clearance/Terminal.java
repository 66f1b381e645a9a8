package io.fairway.clearance;

import io.fairway.clearance.ClearanceEvent.CarrierReleased;
import io.fairway.clearance.ClearanceEvent.ContainerDischarged;

/** Which terminal has the containers, as far as the documents say. */
final class Terminal {

    private Terminal() {
    }

    /** @return its code in the documents, the latest first; empty when none named it */
    static String of(CaseState state) {
        return state.history().reversed().stream().map(recorded -> switch (recorded.event()) {
            case CarrierReleased released -> released.order().terminal();
            case ContainerDischarged discharged -> discharged.report().operator();
            case ClearanceEvent _ -> "";
        }).filter(code -> !code.isEmpty()).findFirst().orElse("");
    }
}
