package io.fairway.document;

import io.fairway.document.GoodsItem.DangerousGoods;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.HsCode;
import io.fairway.document.id.UnLocode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is carried under one contract of carriage.
 *
 * @param voyage main carriage; a booking may come before the ship is known
 * @param bookingNumber the carrier's booking (RFF+BN); empty when not said
 * @param forwarderReference the forwarder's own number (RFF+FF); empty when not said
 * @param serviceCode conditions of carriage, place to place (TSR 4065), for example {@code 30} pier to pier; empty when not said
 * @param freightPayableAt where freight is paid (LOC+57)
 * @param clauses clauses of the bill and instructions to the carrier, in order (FTX+BLC, FTX+BLR)
 */
public record Shipment(Optional<Voyage> voyage, Route route, Parties parties, String bookingNumber, String forwarderReference,
                       String serviceCode, Optional<FreightTerms> freightTerms, Optional<UnLocode> freightPayableAt,
                       Optional<Money> freight, List<String> clauses, List<ShippedGoods> goods, List<ShippedContainer> containers) {
    public Shipment {
        clauses = List.copyOf(clauses);
        goods = List.copyOf(goods);
        containers = List.copyOf(containers);
    }

    /** From where to where, and when. */
    public record Route(Optional<UnLocode> placeOfReceipt, UnLocode portOfLoading, UnLocode portOfDischarge,
                        Optional<UnLocode> placeOfDelivery, Optional<Instant> departure, Optional<Instant> arrival) {
    }

    /** Who takes part in the contract. */
    public record Parties(Party carrier, Optional<Party> consignor, Optional<Party> consignee, Optional<Party> notifyParty,
                          Optional<Party> forwarder) {
    }

    /** Who pays the freight (CPI 4237: P prepaid, C collect). */
    public enum FreightTerms {
        PREPAID, COLLECT
    }

    /**
     * One item of goods.
     *
     * @param packageType UN Recommendation 21 code, for example {@code CT}
     * @param placements in which containers it is; empty when not said or loose
     */
    public record ShippedGoods(int number, int packages, String packageType, String description, Optional<HsCode> commodity,
                               Optional<BigDecimal> grossKilograms, Optional<BigDecimal> cubicMetres, List<String> marks,
                               List<DangerousGoods> dangerous, List<Placement> placements) {
        public ShippedGoods {
            marks = List.copyOf(marks);
            dangerous = List.copyOf(dangerous);
            placements = List.copyOf(placements);
        }
    }

    /** @param packages packages of the item in the container (SGP 7224) */
    public record Placement(ContainerNumber container, Optional<Integer> packages) {
    }

    /**
     * One container, or several alike that have no number yet.
     *
     * @param number empty when only the kind is booked
     * @param sizeType ISO 6346 size and type code; empty when not said
     * @param fullness EDIFACT 8169: 4 empty, 5 full, 7 mixed, 8 single consignment; empty when not said
     * @param count how many alike: 1 when there is a number
     * @param verifiedKilograms verified gross mass (SOLAS VI/2), when said
     */
    public record ShippedContainer(Optional<ContainerNumber> number, String sizeType, String fullness, int count,
                                   Optional<BigDecimal> tareKilograms, Optional<BigDecimal> grossKilograms,
                                   Optional<BigDecimal> verifiedKilograms, List<ContainerSeal> seals) {
        public ShippedContainer {
            seals = List.copyOf(seals);
        }
    }
}
