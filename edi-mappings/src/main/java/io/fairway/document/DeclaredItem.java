package io.fairway.document;

import io.fairway.document.id.HsCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One item of a goods declaration (CST).
 *
 * @param origin ISO 3166 alpha-2 country of origin; empty when not said
 */
public record DeclaredItem(int number, HsCode commodity, String description, String origin,
                           Optional<BigDecimal> netKilograms, Optional<BigDecimal> grossKilograms, Optional<Money> value,
                           Optional<Integer> packages, String packageType, List<Duty> duties) {
    public DeclaredItem {
        duties = List.copyOf(duties);
    }

    /** @param kind EDIFACT 5153: CUD customs duty, VAT, EXC excise; @param ratePercent empty when not said */
    public record Duty(String kind, Optional<BigDecimal> ratePercent, Optional<Money> amount) {
    }
}
