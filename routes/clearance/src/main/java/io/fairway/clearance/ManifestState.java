package io.fairway.clearance;

import io.fairway.document.Manifest;
import io.fairway.document.ManifestConsignment;
import io.fairway.document.ManifestConsignment.CustomsTreatment;
import io.fairway.document.id.ContainerNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where the manifest stands for this consignment (import by sea).
 *
 * @param version of {@code current}, from 1; 0 before the first
 * @param current what is in force, or was lodged last; old versions stay in the history
 * @param pending an amendment that waits for customs' consent
 * @param arrivedAt when the ship arrived
 */
public record ManifestState(Phase phase, int version, Optional<Manifest> current, Optional<Manifest> pending,
                            Optional<Instant> arrivedAt) {

    static final ManifestState NONE = new ManifestState(Phase.NONE, 0, Optional.empty(), Optional.empty(), Optional.empty());

    /** AMENDMENT_PENDING of the tables is an accepted manifest with something {@link #pending()}: the old version is still in force. */
    public enum Phase {
        NONE, LODGED, ACCEPTED, REJECTED, DO_NOT_LOAD, DELETED, ARRIVED, TALLIED, CLOSED
    }

    /** Whether customs has accepted it and it still stands. */
    public boolean inForce() {
        return switch (phase) {
            case ACCEPTED, ARRIVED, TALLIED, CLOSED -> true;
            case NONE, LODGED, REJECTED, DO_NOT_LOAD, DELETED -> false;
        };
    }

    /** The consignment as the current manifest lists it; empty before the first. */
    public Optional<ManifestConsignment> consignment() {
        return current.map(manifest -> manifest.consignments().getFirst());
    }

    /** The containers of the current manifest; none once it was deleted. */
    public List<ContainerNumber> containers() {
        if (phase == Phase.DELETED) {
            return List.of();
        }
        return consignment().stream().flatMap(consignment -> consignment.containers().stream())
                .map(container -> container.number()).toList();
    }

    /** Whether the goods change ship here and so do not enter the country. */
    public boolean isTranshipment() {
        return consignment().filter(consignment -> consignment.treatment() == CustomsTreatment.TRANSHIPMENT).isPresent();
    }

    ManifestState in(Phase next) {
        return new ManifestState(next, version, current, pending, arrivedAt);
    }

    ManifestState replacedBy(Manifest next, Phase nextPhase) {
        return new ManifestState(nextPhase, version + 1, Optional.of(next), Optional.empty(), arrivedAt);
    }

    ManifestState withPending(Optional<Manifest> amendment) {
        return new ManifestState(phase, version, current, amendment, arrivedAt);
    }

    ManifestState arrived(Instant at) {
        return new ManifestState(Phase.ARRIVED, version, current, pending, Optional.of(at));
    }
}
