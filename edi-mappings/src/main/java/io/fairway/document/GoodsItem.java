package io.fairway.document;

import io.fairway.document.id.HsCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One item of goods in a manifest (GID).
 *
 * @param packageType UN Recommendation 21 code, for example {@code CT}
 * @param dangerous dangerous goods of the item, in the order given
 */
public record GoodsItem(int number, int packages, String packageType, String description, Optional<BigDecimal> grossKilograms,
                        List<String> marks, Optional<HsCode> commodity, List<DangerousGoods> dangerous) {
    public GoodsItem {
        marks = List.copyOf(marks);
        dangerous = List.copyOf(dangerous);
    }

    /** @param hazardClass IMDG class; @param unNumber four digits; @param packingGroup 1 to 3, empty when not said */
    public record DangerousGoods(String hazardClass, String unNumber, String flashpointCelsius, String packingGroup) {
    }
}
