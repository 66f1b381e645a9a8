package io.fairway.flow;

import io.fairway.document.Document;
import io.fairway.document.OutboundEnvelope;

/**
 * A document on its way out.
 *
 * @param dialect EDIFACT dialect to write it in, for example {@code CUSRES:D:96B:UN}
 */
public record AddressedDocument(Document document, OutboundEnvelope envelope, String dialect) {
}
