package io.fairway.document;

import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.UnLocode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a terminal did with containers: discharged or loaded (COARRI), let in or out of the gate (CODECO).
 * SMDG codes 34, 36, 44, 46 and the UN codes 109, 111, 119, 122 mean the same here.
 *
 * @param shipArrivedAt actual arrival of the ship (DTM+178), when said
 */
public record ContainerMovementReport(String reference, DocumentFunction function, Movement movement, Optional<Voyage> voyage,
                                      Optional<UnLocode> port, String operator, Optional<Instant> shipArrivedAt,
                                      List<MovedContainer> containers) implements Document {
    public ContainerMovementReport {
        containers = List.copyOf(containers);
    }

    /** Whether it says that packed containers came in by the gate: exports that have arrived. */
    public boolean isFullGateIn() {
        return movement == Movement.GATE_IN && !containers.isEmpty() && containers.stream().allMatch(container -> container.fullness().equals("5"));
    }

    /** What happened to the containers of this report: COARRI has the first two, CODECO the others. */
    public enum Movement {
        DISCHARGED, LOADED, GATE_IN, GATE_OUT
    }

    /**
     * @param bill bill the container belongs to, when said (RFF+BM)
     * @param releaseReference release order it was handed over against (RFF+RE); empty when none
     * @param movedAt when it was moved (DTM+203 in COARRI, DTM+7 in CODECO)
     * @param fullness EDIFACT 8169: 4 empty, 5 full
     * @param truckPlate registration of the truck (inland TDT C222); empty when none
     */
    public record MovedContainer(ContainerNumber number, String sizeType, String fullness, Optional<BillNumber> bill,
                                 String releaseReference, Instant movedAt, Optional<BigDecimal> grossKilograms,
                                 List<ContainerSeal> seals, List<String> damages, String haulier, String truckPlate) {
        public MovedContainer {
            seals = List.copyOf(seals);
            damages = List.copyOf(damages);
        }
    }
}
