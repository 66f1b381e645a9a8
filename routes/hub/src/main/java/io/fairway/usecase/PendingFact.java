package io.fairway.usecase;

import io.fairway.document.Document;
import io.fairway.document.Envelope.Environment;
import java.time.Instant;

/** A fact to be applied, with who said it. */
public record PendingFact(FactId id, ConsignmentId consignment, Document document, PartyId sender, InterchangeId interchange,
                          String interchangeReference, String message, Environment environment, Instant receivedAt, String trace,
                          int attempts) {
}
