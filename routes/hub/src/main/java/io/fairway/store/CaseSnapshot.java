package io.fairway.store;

import io.fairway.clearance.Alert;
import io.fairway.clearance.CaseState;
import io.fairway.clearance.ContainerState;
import io.fairway.clearance.DeclarationStage;
import io.fairway.clearance.DeclarationState;
import io.fairway.clearance.ExaminationOrder;
import io.fairway.clearance.Hold;
import io.fairway.clearance.ManifestState;
import io.fairway.clearance.Reason;
import io.fairway.document.id.ContainerNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What followed from the facts when they were last saved, as {@code consignment.state} holds it: what concerns the case as a whole and
 * is no declarant's secret.
 */
record CaseSnapshot(ManifestState.Phase phase, int manifestVersion, List<Hold> holds, List<ExaminationOrder> examinations,
                    List<Alert> alerts) {

    static CaseSnapshot of(CaseState state) {
        return new CaseSnapshot(state.manifest().phase(), state.manifest().version(), state.holds(), state.examinations(),
                state.alerts());
    }

    /** {@code container.state}. */
    record OfContainer(ContainerState container, Permission customs, Permission carrier, Permission leave, Permission use,
                       Permission pickup, List<Reason> againstLeaving, List<Reason> againstUse) {

        static OfContainer of(CaseState state, ContainerState container) {
            ContainerNumber number = container.number();
            return new OfContainer(container, permission(state.customsReleased(number)), permission(state.carrierReleased(number)),
                    permission(state.leaveAllowed(number)), permission(state.useAllowed(number)),
                    permission(state.readyForPickup(number)), state.reasonsAgainstLeaving(number), state.reasonsAgainstUse(number));
        }

        private static Permission permission(boolean given) {
            return given ? Permission.GIVEN : Permission.NOT_GIVEN;
        }
    }

    enum Permission {
        GIVEN, NOT_GIVEN
    }

    /** {@code declaration.state}. */
    record OfDeclaration(DeclarationStage stage, DeclarationState declaration) {
    }

    /** {@code port_call.state}; what one case knows is added to what others knew. */
    record OfPortCall(Optional<Instant> estimatedArrival, Optional<Instant> arrivedAt) {
    }
}
