package io.fairway.usecase.view;

import io.fairway.clearance.ContainerState;
import io.fairway.document.Envelope.Environment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One container of one consignment.
 *
 * @param manifested whether it is on the manifest still
 * @param since since when it is where it is; absent while only announced
 * @param held whether a hold covers it
 * @param leaveAllowed step one of two-step access: it may leave the terminal
 * @param useAllowed step two: the goods may be sold or used
 * @param readyForPickup a haulier may come for it
 * @param reasonsAgainstLeaving empty when it may leave
 */
public record ContainerView(UUID id, UUID consignment, String bill, String number, Environment environment, boolean manifested,
                            ContainerState.Position position, Optional<Instant> since, boolean customsReleased, boolean held,
                            Optional<CarrierReleaseView> carrierRelease, boolean leaveAllowed, boolean useAllowed,
                            boolean readyForPickup, List<ReasonView> reasonsAgainstLeaving, List<ReasonView> reasonsAgainstUse,
                            List<String> seals, Instant changedAt) {
    public ContainerView {
        reasonsAgainstLeaving = List.copyOf(reasonsAgainstLeaving);
        reasonsAgainstUse = List.copyOf(reasonsAgainstUse);
        seals = List.copyOf(seals);
    }

    /** @param validUntil last instant it may be handed over; absent when without limit */
    public record CarrierReleaseView(String reference, Optional<Instant> validUntil) {
    }
}
