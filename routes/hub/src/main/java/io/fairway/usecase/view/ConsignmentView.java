package io.fairway.usecase.view;

import io.fairway.clearance.Agency;
import io.fairway.clearance.ManifestState;
import io.fairway.document.Envelope.Environment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One consignment as a party that may see it sees it.
 *
 * @param carrier party id of the carrier that gave the bill its number
 * @param manifest where the manifest stands; absent before the first
 * @param held whether any hold stands
 * @param holds all that stand; empty for who may know only whether
 * @param alerts what somebody should look at
 * @param erasedAt when everything but this was erased
 */
public record ConsignmentView(UUID id, String carrier, String bill, Environment environment, Optional<ManifestState.Phase> manifest,
                              int manifestVersion, Optional<UUID> portCall, boolean held, List<HoldView> holds, List<AlertView> alerts,
                              Instant openedAt, Instant changedAt, Optional<Instant> erasedAt) {
    public ConsignmentView {
        holds = List.copyOf(holds);
        alerts = List.copyOf(alerts);
    }

    /** @param containers the containers it blocks; empty means all of the consignment */
    public record HoldView(Agency agency, String id, String reason, List<String> containers) {
        public HoldView {
            containers = List.copyOf(containers);
        }
    }

    /** @param subject the container or bill it concerns */
    public record AlertView(String subject, ReasonView reason, Instant at) {
    }
}
