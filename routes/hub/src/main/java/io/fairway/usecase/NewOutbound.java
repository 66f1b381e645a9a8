package io.fairway.usecase;

import io.fairway.document.Document;
import io.fairway.document.Envelope.Environment;
import java.time.Instant;
import java.util.Optional;

/**
 * Something a counterpart is to be told. Its id is the stable message id on the wire; it is unique per (cause, recipient, ordinal), so
 * that doing the work twice tells once.
 *
 * @param dialect name of the writer
 * @param reference interchange reference on the wire, at most 14 characters
 * @param consignment empty for acknowledgments
 */
public record NewOutbound(OutboundId id, PartyId recipient, Optional<ConsignmentId> consignment, Optional<FactId> cause,
                          int ordinal, InterchangeId answers, String dialect, String reference, Document document,
                          Environment environment, Instant createdAt, String trace) {
}
