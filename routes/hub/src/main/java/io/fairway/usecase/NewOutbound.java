package io.fairway.usecase;

import io.fairway.document.Document;
import io.fairway.document.Envelope.Environment;
import java.time.Instant;
import java.util.Optional;

/**
 * Something a counterpart is to be told. Its id is the stable message id on the wire. It is unique per (consignment, or else the
 * interchange answered; key; recipient), so that doing the work twice tells once.
 *
 * @param key what is told, stable within the consignment or the interchange answered
 * @param dialect name of the writer
 * @param reference interchange reference on the wire, at most 14 characters
 * @param consignment empty for acknowledgments
 */
public record NewOutbound(OutboundId id, PartyId recipient, Optional<ConsignmentId> consignment, Optional<FactId> cause,
                          String key, InterchangeId answers, String dialect, String reference, Document document,
                          Environment environment, Instant createdAt, String trace) {
}
