package io.fairway.document;

import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.UnLocode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A haulier tells the terminal that a truck comes for containers or brings some (COPINO).
 *
 * @param issuedAt date and time of the announcement (DTM+137), when said: D.95B has no place for it
 * @param releaseReference release order it comes for (RFF+RE); empty when none
 * @param mode EDIFACT 8067: 3 road, 2 rail, 8 inland water
 * @param haulier code of the haulier (TDT C040)
 * @param truckPlate registration of the truck (TDT C222); empty when not said
 * @param port place of the terminal (LOC of the transport)
 * @param terminal the terminal within the port; empty when not said
 * @param arrival when the truck will come (DTM+132)
 * @param operator code of the container operator (NAD+CF); empty when not said
 * @param forwarder code of the forwarder who ordered it (NAD+FW); empty when not said
 */
public record HaulageAnnouncement(String reference, DocumentFunction function, Purpose purpose, Optional<Instant> issuedAt,
                                  String releaseReference, String mode, String haulier, String truckPlate, Optional<UnLocode> port,
                                  String terminal, Optional<Instant> arrival, String operator, String forwarder,
                                  List<AnnouncedContainer> containers) implements ContainerNotice {
    public HaulageAnnouncement {
        containers = List.copyOf(containers);
    }

    /** BGM 661 pick-up and 660 delivery, by agreement of the industry. */
    public enum Purpose {
        PICK_UP, DELIVERY
    }

    /**
     * @param sizeType ISO 6346 size and type code; empty when not said
     * @param status EDIFACT 8249: 2 export, 3 import; empty when not said
     * @param fullness EDIFACT 8169: 4 empty, 5 full; empty when not said
     * @param bill bill it is picked up under (RFF+BM), when said
     * @param bookingNumber booking it is delivered for (RFF+BN); empty when not said
     * @param driver identification of the driver (RFF+AAE, by agreement); empty when not said
     */
    public record AnnouncedContainer(ContainerNumber number, String sizeType, String status, String fullness, Optional<BillNumber> bill,
                                     String bookingNumber, String driver, Optional<BigDecimal> grossKilograms,
                                     List<ContainerSeal> seals) {
        public AnnouncedContainer {
            seals = List.copyOf(seals);
        }
    }
}
