package io.fairway.document;

import io.fairway.document.id.Sha256;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A document that a declaration refers to (DOC).
 *
 * @param typeCode EDIFACT 1001, for example 380 invoice, 271 packing list
 * @param attachment digest of the uploaded file, when it was uploaded
 */
public record SupportingDocument(String typeCode, String number, Optional<LocalDate> issuedOn, Optional<Sha256> attachment) {
}
