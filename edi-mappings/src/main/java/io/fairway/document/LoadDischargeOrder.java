package io.fairway.document;

import io.fairway.document.GoodsItem.DangerousGoods;
import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.UnLocode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The carrier tells the terminal what to load or discharge (COPRAR). BGM 43 and 45 by agreement of the industry, 118, 121, 145 and
 * 146 of the directories mean the same here.
 *
 * @param issuedAt date and time of the order (DTM+137), when said: D.95B has no place for it
 * @param port port where it is done: of discharge or of loading
 * @param estimatedArrival of the ship (DTM+132)
 * @param carrier code of the carrier (NAD+CA, CF)
 */
public record LoadDischargeOrder(String reference, DocumentFunction function, Operation operation, Optional<Instant> issuedAt,
                                 Voyage voyage, Optional<UnLocode> port, Optional<Instant> estimatedArrival, String carrier,
                                 List<OrderedContainer> containers) implements ContainerNotice {
    public LoadDischargeOrder {
        containers = List.copyOf(containers);
    }

    /** What is to be done. */
    public enum Operation {
        DISCHARGE, LOAD
    }

    /**
     * @param sizeType ISO 6346 size and type code; empty when not said
     * @param status EDIFACT 8249: 2 export, 3 import, 6 transhipment, 4 remain on board, 5 shifter; empty when not said
     * @param fullness EDIFACT 8169: 4 empty, 5 full; empty when not said
     * @param bill bill the container belongs to, when said (RFF+BM)
     * @param bookingNumber booking it is loaded for (RFF+BN); empty when not said
     * @param cell stowage location (LOC+147); empty when not said
     */
    public record OrderedContainer(ContainerNumber number, String sizeType, String status, String fullness, Optional<BillNumber> bill,
                                   String bookingNumber, Optional<UnLocode> portOfLoading, Optional<UnLocode> portOfDischarge,
                                   String cell, Optional<BigDecimal> grossKilograms, Optional<BigDecimal> verifiedKilograms,
                                   List<ContainerSeal> seals, List<DangerousGoods> dangerous) {
        public OrderedContainer {
            seals = List.copyOf(seals);
            dangerous = List.copyOf(dangerous);
        }
    }
}
