package io.fairway.document;

import java.time.Instant;

/** The shipper tells the carrier what the transport document is to say (IFTMIN, BGM 340). */
public record ShippingInstruction(String reference, DocumentFunction function, Instant issuedAt, Shipment shipment)
        implements ShipmentDocument {
}
