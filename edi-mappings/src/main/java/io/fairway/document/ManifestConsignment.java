package io.fairway.document;

import io.fairway.document.id.BillNumber;
import io.fairway.document.id.UnLocode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One consignment (one bill) of a manifest.
 *
 * @param houseBill set when the bill is a house bill under {@code bill} as master
 * @param onwardCarriage set when the goods are transhipped: the onward leg inherits them
 */
public record ManifestConsignment(BillNumber bill, Optional<BillNumber> houseBill, UnLocode portOfLoading,
                                  UnLocode portOfDischarge, Optional<UnLocode> placeOfDelivery, CustomsTreatment treatment,
                                  Party consignor, Party consignee, Optional<Party> notifyParty,
                                  Optional<Integer> packages, Optional<BigDecimal> grossKilograms,
                                  List<ManifestedContainer> containers, List<GoodsItem> goods,
                                  Optional<Voyage> onwardCarriage) {
    public ManifestConsignment {
        containers = List.copyOf(containers);
        goods = List.copyOf(goods);
    }

    /** What customs is to do with the goods (GIS 7365: 23 import, 24 transit, 28 transhipment, 22 export). */
    public enum CustomsTreatment {
        IMPORT, EXPORT, TRANSIT, TRANSHIPMENT
    }
}
