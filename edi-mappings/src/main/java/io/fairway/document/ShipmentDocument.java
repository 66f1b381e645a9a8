package io.fairway.document;

/** What is said about the contract of carriage of one shipment: booked, instructed, or under a transport document. */
public sealed interface ShipmentDocument extends Document permits TransportDocument, ShippingInstruction, BookingConfirmation {

    /** The sender's number of the document. */
    String reference();

    DocumentFunction function();

    /** What is carried, from where to where, for whom. */
    Shipment shipment();
}
