package io.fairway.document.gate;

import java.util.List;
import java.util.Set;

/** What a device saw. Confidence is 0 to 1; masses are whole kilograms. */
public sealed interface Observation {

    /** The kind of the observation, for settings and records. */
    default Kind kind() {
        return switch (this) {
            case PlateSeen _ -> Kind.PLATE;
            case TagSeen _ -> Kind.TAG;
            case ContainersSeen _ -> Kind.CONTAINERS;
            case SealSeen _ -> Kind.SEAL;
            case WeightSeen _ -> Kind.WEIGHT;
            case RadiationSeen _ -> Kind.RADIATION;
            case DriverSeen _ -> Kind.DRIVER;
            case LoopChanged _ -> Kind.LOOP;
            case BarrierMoved _ -> Kind.BARRIER;
        };
    }

    /** Kinds of observations, one per kind of device. */
    enum Kind {
        PLATE, TAG, CONTAINERS, SEAL, WEIGHT, RADIATION, DRIVER, LOOP, BARRIER
    }

    /** A number plate, as the camera read it. */
    record PlateSeen(String plate, double confidence) implements Observation {
    }

    /** A vehicle tag. @param boundPlate plate the tag was issued for, as the reader's list says; empty when not known */
    record TagSeen(String epc, String boundPlate) implements Observation {
    }

    /** What the portal saw on the truck, front to rear; an empty list says that it looked and saw none. */
    record ContainersSeen(List<SeenContainer> containers) implements Observation {
        public ContainersSeen {
            containers = List.copyOf(containers);
        }
    }

    /**
     * @param number as read, not checked
     * @param sizeType ISO 6346 size and type code; empty when not read
     * @param placards UN numbers of dangerous goods on its sides; empty when none is seen
     */
    record SeenContainer(Position position, String number, String sizeType, double confidence, Set<String> placards) {
        public SeenContainer {
            placards = Set.copyOf(placards);
        }
    }

    /** Where a container stands on the truck. */
    enum Position {
        FRONT, REAR, WHOLE
    }

    /**
     * A container seal, read by eye or radio (ISO 18185).
     *
     * @param container container it hangs on; empty when the reader cannot tell
     */
    record SealSeen(String container, String number, SealState state) implements Observation {
    }

    /** What a seal says of itself. A mechanical seal that was looked at is SEALED. */
    enum SealState {
        SEALED, OPENED, TAMPERED, MISSING
    }

    /** Mass of the whole truck on the weighbridge. */
    record WeightSeen(int grossKilograms, Steadiness steadiness) implements Observation {
    }

    /** Whether the bridge had come to rest. */
    enum Steadiness {
        STEADY, MOVING
    }

    /** One occupancy of the radiation portal. @param background mean gamma background, counts per second */
    record RadiationSeen(Set<RadiationSign> signs, int background) implements Observation {
        public RadiationSeen {
            signs = Set.copyOf(signs);
        }
    }

    /** What a radiation portal reports besides silence. */
    enum RadiationSign {
        GAMMA_ALARM, NEUTRON_ALARM, FAULT, TAMPER
    }

    /** The driver's identification at the kiosk or card reader. */
    record DriverSeen(String driver) implements Observation {
    }

    /** The loop in the ground before or behind the barrier. */
    record LoopChanged(Passing passing) implements Observation {
    }

    /** A truck came onto the lane, or went past the barrier. */
    enum Passing {
        ENTERED, LEFT
    }

    /** The barrier as it reports itself. */
    record BarrierMoved(BarrierPosition position) implements Observation {
    }

    /** Where the barrier's arm is. */
    enum BarrierPosition {
        OPEN, CLOSED
    }
}
