package io.fairway.document;

import io.fairway.document.GoodsItem.DangerousGoods;
import io.fairway.document.id.ContainerNumber;
import io.fairway.document.id.UnLocode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A container in a cell of a ship.
 *
 * @param cell stowage location as BBBRRTT or BBRRTT (LOC+147)
 * @param number empty when the slot is planned without one
 * @param sizeType ISO 6346 size and type code; empty when not said
 * @param fullness EDIFACT 8169: 4 empty, 5 full; empty when not said
 * @param goods what is in it, in words; empty when not said
 * @param weighing whether the weight is a verified gross mass
 * @param operator code of who operates the container (NAD+CA or CF); empty when not said
 * @param setCelsius temperature a reefer is set to, when said
 */
public record StowedContainer(String cell, Optional<ContainerNumber> number, String sizeType, String fullness, String goods,
                              Optional<BigDecimal> grossKilograms, Weighing weighing, Optional<UnLocode> portOfLoading,
                              Optional<UnLocode> portOfDischarge, String operator, Optional<BigDecimal> setCelsius,
                              List<DangerousGoods> dangerous) {
    public StowedContainer {
        dangerous = List.copyOf(dangerous);
    }

    /** How a gross weight was found: declared (MEA+WT, AET) or verified after SOLAS VI/2 (VGM). */
    public enum Weighing {
        DECLARED, VERIFIED
    }
}
