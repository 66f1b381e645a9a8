package io.fairway.clearance;

import io.fairway.clearance.ClearanceEvent.CarrierReleased;
import io.fairway.clearance.ClearanceEvent.ContainerDischarged;

/** Which terminal has the containers: whoever reported their discharge, or the one the carrier's release names. */
final class Terminal {

    private Terminal() {
    }

    /** @return its party id, or its code in the release; the latest first; empty when none is known */
    static String of(CaseState state) {
        return state.history().reversed().stream().map(recorded -> switch (recorded.event()) {
            case CarrierReleased released -> released.order().terminal();
            case ContainerDischarged _ -> recorded.sender();
            case ClearanceEvent _ -> "";
        }).filter(code -> !code.isEmpty()).findFirst().orElse("");
    }
}
