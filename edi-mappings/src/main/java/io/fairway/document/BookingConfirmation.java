package io.fairway.document;

import java.time.Instant;

/**
 * The carrier's answer to a booking (IFTMBC).
 *
 * @param answer BGM 4343, AP when not said
 */
public record BookingConfirmation(String reference, DocumentFunction function, Answer answer, Instant issuedAt, Shipment shipment)
        implements ShipmentDocument {

    /** BGM 4343: AP accepted, CA conditionally accepted, RE rejected. */
    public enum Answer {
        ACCEPTED, CONDITIONALLY_ACCEPTED, REJECTED
    }
}
