package io.fairway.usecase;

import io.fairway.clearance.ClearanceCase;
import io.fairway.clearance.ClearanceEvent;
import io.fairway.clearance.ClearanceEvent.BulkReleaseEnded;
import io.fairway.clearance.ClearanceEvent.CarrierReleaseRevoked;
import io.fairway.clearance.ClearanceEvent.CarrierReleased;
import io.fairway.clearance.ClearanceEvent.ReleaseExpired;
import io.fairway.clearance.RecordedEvent;
import io.fairway.document.ContainerReleaseOrder;
import io.fairway.document.id.ContainerNumber;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When earlier releases of the same cargo ended. The ledger takes a new release only behind that, so whatever the new one says of its validity, in
 * its case it stands behind the end of the old one; before, the old one's end would take the new one along.
 */
final class EndedReleases {
    private EndedReleases() {
    }

    /** The latest end of a release of any of the containers, or of bulk cargo. @param containers none where the release is for a quantity */
    static Optional<Instant> latest(ClearanceCase about, List<ContainerNumber> containers) {
        return about.events().stream().filter(recorded -> ends(about, recorded.event(), containers)).map(RecordedEvent::occurredAt)
                .max(Comparator.naturalOrder());
    }

    private static boolean ends(ClearanceCase about, ClearanceEvent event, List<ContainerNumber> containers) {
        return switch (event) {
            case CarrierReleaseRevoked revoked -> concerns(revoked.order(), containers);
            case ReleaseExpired expired -> about.events().stream().anyMatch(recorded -> recorded.event() instanceof CarrierReleased released
                    && released.order().releaseReference().equals(expired.releaseReference()) && concerns(released.order(), containers));
            case BulkReleaseEnded _ -> containers.isEmpty();
            case ClearanceEvent _ -> false;
        };
    }

    private static boolean concerns(ContainerReleaseOrder order, List<ContainerNumber> containers) {
        return order.containers().isEmpty()
                || !Collections.disjoint(order.containers().stream().map(ContainerReleaseOrder.ReleasedContainer::number).toList(), containers);
    }
}
