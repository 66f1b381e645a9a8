package io.fairway.clearance;

import io.fairway.document.id.ContainerNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whether a container may pass the gate outwards now. What is not known is withheld. */
public sealed interface GatePermission {

    /** The barrier may open. @param releaseReference the carrier's release it goes out against */
    record Granted(ContainerNumber container, String releaseReference, Instant decidedAt) implements GatePermission {
    }

    /** The barrier stays down. @param reasons at least one, in words a driver understands */
    record Withheld(ContainerNumber container, List<Reason> reasons, Instant decidedAt) implements GatePermission {
        public Withheld {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * One answer for a container that several consignments share (groupage): granted only when each of them grants it.
     *
     * @param permissions one per consignment the container is in; none means that nobody knows it
     */
    static GatePermission ofAll(ContainerNumber container, List<GatePermission> permissions, Instant now) {
        List<Reason> reasons = new ArrayList<>();
        for (GatePermission permission : permissions) {
            switch (permission) {
                case Granted _ -> { }
                case Withheld withheld -> reasons.addAll(withheld.reasons());
            }
        }
        if (permissions.isEmpty()) {
            reasons.add(Reasons.containerUnknown(container));
        }
        return reasons.isEmpty() ? permissions.getFirst() : new Withheld(container, reasons.stream().distinct().toList(), now);
    }

    static GatePermission decide(CaseState state, ContainerNumber container, Instant now) {
        List<Reason> reasons = Access.againstGateOut(state, container, now);
        if (!reasons.isEmpty()) {
            return new Withheld(container, reasons, now);
        }
        String reference = state.container(container).flatMap(ContainerState::carrierRelease).map(CarrierRelease::reference).orElse("");
        return new Granted(container, reference, now);
    }
}
