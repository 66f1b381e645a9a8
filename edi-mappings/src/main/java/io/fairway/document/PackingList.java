package io.fairway.document;

import io.fairway.document.id.BillNumber;
import io.fairway.document.id.ContainerNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A packing list (EDIFACT 1001: 271).
 *
 * @param issuer who packed
 * @param bills the bills whose goods it lists, when it says so
 * @param packages number of all packages
 * @param grossKilograms of all packages
 */
public record PackingList(String number, DocumentFunction function, Party issuer, Party consignee, LocalDate issuedOn, List<BillNumber> bills,
                          List<ContainerNumber> containers, int packages, BigDecimal grossKilograms, List<PackedGoods> goods)
        implements TradeDocument {
    public PackingList {
        bills = List.copyOf(bills);
        containers = List.copyOf(containers);
        goods = List.copyOf(goods);
    }

    /** One line of it. */
    public record PackedGoods(String description, int packages, String packageType, Optional<BigDecimal> grossKilograms) {
    }
}
