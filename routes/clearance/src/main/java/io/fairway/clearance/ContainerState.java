package io.fairway.clearance;

import io.fairway.document.id.ContainerNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where one container is, and what the carrier says of it. Whether it may leave is derived; see {@link CaseState}.
 *
 * @param carrierRelease the carrier's release, while it stands
 * @param booking the haulier's booking, while it stands
 * @param seals seals as last seen, manifest first
 * @param since since when it is where it is; empty while only announced
 */
public record ContainerState(ContainerNumber number, Position position, Optional<CarrierRelease> carrierRelease,
                             Optional<Booking> booking, List<String> seals, Optional<Instant> since) {
    public ContainerState {
        seals = List.copyOf(seals);
    }

    /** READY of the tables is IN_YARD with both releases; see {@link CaseState#readyForPickup}. */
    public enum Position {
        ANNOUNCED, ON_BOARD, IN_YARD, AT_EXAMINATION, APPOINTED, TRUCK_IN, ON_TRUCK, GATED_OUT, DELIVERED, RETURNED, LOADED_ONWARD;

        /** Whether the container is in the terminal, also on a truck there. */
        public boolean inTerminal() {
            return switch (this) {
                case IN_YARD, AT_EXAMINATION, APPOINTED, TRUCK_IN, ON_TRUCK -> true;
                case ANNOUNCED, ON_BOARD, GATED_OUT, DELIVERED, RETURNED, LOADED_ONWARD -> false;
            };
        }

        /** Whether the container has left the terminal. */
        public boolean gone() {
            return switch (this) {
                case GATED_OUT, DELIVERED, RETURNED, LOADED_ONWARD -> true;
                case ANNOUNCED, ON_BOARD, IN_YARD, AT_EXAMINATION, APPOINTED, TRUCK_IN, ON_TRUCK -> false;
            };
        }
    }

    /** @param slot until when the truck is expected */
    public record Booking(String haulier, String truckPlate, Instant slot) {
    }

    static ContainerState announced(ContainerNumber number, List<String> seals) {
        return new ContainerState(number, Position.ANNOUNCED, Optional.empty(), Optional.empty(), seals, Optional.empty());
    }

    ContainerState at(Position next, Instant when) {
        return new ContainerState(number, next, carrierRelease, booking, seals, Optional.of(when));
    }

    ContainerState released(CarrierRelease release) {
        return new ContainerState(number, position, Optional.of(release), booking, seals, since);
    }

    ContainerState booked(Booking by, Instant when) {
        return new ContainerState(number, Position.APPOINTED, carrierRelease, Optional.of(by), seals, Optional.of(when));
    }

    ContainerState sealed(List<String> numbers) {
        return numbers.isEmpty() ? this : new ContainerState(number, position, carrierRelease, booking, numbers, since);
    }

    /** Without the carrier's release, and so without booking. */
    ContainerState withdrawn() {
        return new ContainerState(number, withoutBooking().position(), Optional.empty(), Optional.empty(), seals, since);
    }

    /** Back to the yard when it was only booked; a truck already loaded is stopped at the gate, not by the booking. */
    ContainerState withoutBooking() {
        Position back = position == Position.APPOINTED || position == Position.TRUCK_IN ? Position.IN_YARD : position;
        return new ContainerState(number, back, carrierRelease, Optional.empty(), seals, since);
    }
}
