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
 * Dangerous goods on board, told to the maritime or port authority and the terminal (FAL form 7; IFTDGN).
 *
 * @param port port of call the notification is for (LOC+60, or 11 and 9 by handling)
 * @param agent the carrier's agent who notifies (NAD+CG)
 * @param containers the containers that hold the goods
 */
public record DangerousGoodsDeclaration(String reference, DocumentFunction function, Instant issuedAt, Handling handling, Voyage voyage,
                                        UnLocode port, Optional<Instant> estimatedArrival, Party agent, Optional<Contact> contact,
                                        List<DangerousContainer> containers, List<DangerousConsignment> consignments)
        implements PortCallDocument {
    public DangerousGoodsDeclaration {
        containers = List.copyOf(containers);
        consignments = List.copyOf(consignments);
    }

    @Override
    public Optional<UnLocode> portOfCall() {
        return Optional.of(port);
    }

    /** What the port does with the goods (HAN 4079: DIS, LOA, TRA). */
    public enum Handling {
        DISCHARGE, LOADING, TRANSIT, NOT_SAID
    }

    /** @param sizeType ISO 6346 size and type code; empty when not said */
    public record DangerousContainer(ContainerNumber number, String sizeType) {
    }

    /** One bill with dangerous goods. */
    public record DangerousConsignment(BillNumber bill, Optional<UnLocode> portOfLoading, Optional<UnLocode> portOfDischarge,
                                       Optional<Party> consignor, List<DangerousItem> goods) {
        public DangerousConsignment {
            goods = List.copyOf(goods);
        }
    }

    /**
     * One item of dangerous goods.
     *
     * @param packageType UN Recommendation 21 code, for example {@code DR}
     * @param technicalName proper shipping name and what it is (FTX+AAD)
     * @param regulation 8273: IMD, ADR, RID
     * @param emergencySchedule emergency procedures for ships (8364 EmS), for example {@code F-ES-E}; empty when not said
     * @param stowage cell as BBBRRTT (LOC+147); empty when not said
     */
    public record DangerousItem(int number, int packages, String packageType, String technicalName, String regulation,
                                DangerousGoods dangerous, String emergencySchedule, Optional<BigDecimal> netKilograms,
                                Optional<BigDecimal> grossKilograms, List<Placement> placements, String stowage) {
        public DangerousItem {
            placements = List.copyOf(placements);
        }
    }

    /** @param packages packages of the item in the container (SGP 7224) */
    public record Placement(ContainerNumber container, Optional<Integer> packages) {
    }
}
