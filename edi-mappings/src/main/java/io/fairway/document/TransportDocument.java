package io.fairway.document;

import io.fairway.document.id.BillNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A bill of lading or sea waybill as the carrier issued it (IFTMCS; DCSA transport document).
 *
 * @param bill number of the transport document (BGM 1004)
 * @param issuedOn date of the transport document (DTM+95)
 * @param originals how many negotiable originals were issued (DOC 1220); empty when not said
 */
public record TransportDocument(BillNumber bill, DocumentFunction function, Kind kind, Instant issuedAt, Optional<LocalDate> issuedOn,
                                Optional<Integer> originals, Shipment shipment) implements ShipmentDocument {

    /** BGM 1001: 704 master bill, 705 bill of lading, 706 original, 710 sea waybill, 714 house bill. */
    public enum Kind {
        BILL_OF_LADING, ORIGINAL_BILL_OF_LADING, MASTER_BILL_OF_LADING, HOUSE_BILL_OF_LADING, SEA_WAYBILL
    }

    @Override
    public String reference() {
        return bill.value();
    }
}
