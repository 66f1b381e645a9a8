package io.fairway.clearance.gate;

import io.fairway.clearance.Reason;
import io.fairway.document.id.ContainerNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the hub knows about one container for one passage; a pass carries the same to a gate that cannot ask. What is absent is not known,
 * and nothing opens on it.
 *
 * @param origin the hub itself, or a pass by its id
 * @param asOf when the hub said so
 * @param goodUntil after this nothing of it may be used any more
 * @param customs reasons why it may not leave (or come in); a told empty list is the permission
 * @param seals numbers of the seals as last recorded; a told empty list says that it has none
 * @param customsSeals those of them that customs put on
 * @param dangerousGoods UN numbers; a told empty list says that there are none
 * @param vehicleTareKilograms tractor and chassis
 * @param demands what an earlier gate demanded and nobody has reported done
 */
public record GatePapers(ContainerNumber container, String origin, Instant asOf, Instant goodUntil, Optional<Appointment> appointment,
                         Optional<Release> release, Optional<List<Reason>> customs, Optional<List<String>> seals,
                         Set<String> customsSeals, Optional<Mass> mass, Optional<Integer> vehicleTareKilograms,
                         Optional<String> sizeType, Optional<Set<String>> dangerousGoods, Optional<Booking> booking,
                         List<Demand> demands) {
    public GatePapers {
        customs = customs.map(List::copyOf);
        seals = seals.map(List::copyOf);
        customsSeals = Set.copyOf(customsSeals);
        dangerousGoods = dangerousGoods.map(Set::copyOf);
        demands = List.copyOf(demands);
    }

    /** Papers of which only the container is known. */
    public static GatePapers unknown(ContainerNumber container, String origin, Instant asOf) {
        return new GatePapers(container, origin, asOf, asOf, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** Why a container may come or go. */
    public enum Purpose {
        PICK_UP, DELIVERY
    }

    /** @param driver identification of the driver; empty when none was named */
    public record Appointment(String reference, Purpose purpose, String haulier, String plate, String driver, Instant from, Instant until) {
    }

    /** The carrier's release. @param heldBy haulier who may collect; empty when nobody was nominated */
    public record Release(String reference, String heldBy, HolderStanding standing, Optional<Instant> validUntil) {
    }

    /** Whether the registration of who holds a release lets it use that now. */
    public enum HolderStanding {
        ACTS, MAY_NOT_ACT
    }

    /** @param kilograms expected gross mass of the container */
    public record Mass(int kilograms, Basis basis) {
    }

    /** Where the expected mass comes from. */
    public enum Basis {
        VERIFIED, DECLARED_PLUS_TARE
    }

    /** Booking of an export container. @param cutOff after this it does not make its ship */
    public record Booking(String reference, Instant cutOff, BookingState state) {
    }

    /** Whether a booking still takes containers. */
    public enum BookingState {
        OPEN, CLOSED
    }

    /** @param since when the earlier gate demanded it */
    public record Demand(GateRule rule, String transaction, Instant since) {
    }

    Told<String> told(String value) {
        return new Told<>(value, origin, asOf);
    }
}
