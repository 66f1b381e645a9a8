package io.fairway.document;

import io.fairway.document.id.HsCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A certificate of origin (EDIFACT 1001: 861).
 *
 * @param issuer the chamber or authority that certifies
 * @param originCountry ISO 3166 alpha-2
 * @param validUntil last day on which goods may be declared under it, when it ends
 */
public record OriginCertificate(String number, DocumentFunction function, Party issuer, Party exporter, Party consignee, String originCountry,
                                LocalDate issuedOn, Optional<LocalDate> validUntil, List<CertifiedGoods> goods) implements TradeDocument {
    public OriginCertificate {
        goods = List.copyOf(goods);
    }

    /** One item of it. */
    public record CertifiedGoods(HsCode commodity, String description, Optional<BigDecimal> grossKilograms) {
    }
}
