package io.fairway.usecase;

import io.fairway.document.Document;
import io.fairway.document.Lineage;
import java.util.Optional;

/**
 * What one document says about one consignment, to be applied in row order under the consignment's lock.
 *
 * @param message reference of the message it came in
 * @param ordinal place among the parts of the interchange, from 1
 * @param consignment empty while it is not known which consignment is meant
 */
public record NewFact(FactId id, InterchangeId interchange, String message, int ordinal, Document document, Lineage lineage,
                      Optional<ConsignmentId> consignment) {
}
