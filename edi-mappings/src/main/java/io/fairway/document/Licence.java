package io.fairway.document;

import io.fairway.document.id.HsCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An authority's leave to bring goods in or out (EDIFACT 1001: 911 import licence, 811 export licence).
 *
 * @param holder who may use it
 * @param validFrom first day on which goods may be declared under it
 * @param validUntil last such day
 * @param goods what it covers; never empty when it is sound
 */
public record Licence(String number, DocumentFunction function, GoodsDeclaration.Direction direction, Party issuer, Party holder,
                      LocalDate validFrom, LocalDate validUntil, List<LicensedGoods> goods) implements TradeDocument {
    public Licence {
        goods = List.copyOf(goods);
    }

    /** @param netKilograms how much may be declared under it in all; absent when that is not limited */
    public record LicensedGoods(HsCode commodity, String description, Optional<BigDecimal> netKilograms) {
    }
}
