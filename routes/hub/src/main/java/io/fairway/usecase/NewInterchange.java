package io.fairway.usecase;

import io.fairway.document.Envelope;
import java.time.Instant;

/** One interchange of a transmission, as its envelope names it. Its key is the authenticated sender and the reference. */
public record NewInterchange(InterchangeId id, TransmissionId transmission, PartyId sender, Envelope envelope,
                             Instant receivedAt, String trace) {
}
