package io.fairway.document;

import io.fairway.document.id.ImoNumber;
import io.fairway.document.id.VoyageNumber;

/**
 * One voyage of one ship (TDT+20).
 *
 * @param carrierCode the carrier's code as in the document (C040 3127), for example {@code HUBL}
 */
public record Voyage(ImoNumber ship, String shipName, VoyageNumber number, String carrierCode) {
}
