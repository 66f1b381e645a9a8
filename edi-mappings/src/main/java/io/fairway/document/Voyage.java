package io.fairway.document;

import io.fairway.document.id.ShipId;
import io.fairway.document.id.ShipName;
import io.fairway.document.id.VoyageNumber;

/**
 * One voyage of one ship (TDT+20).
 *
 * @param shipName as the document writes it; never empty where the ship is known by its name alone
 * @param carrierCode the carrier's code as in the document (C040 3127), for example {@code HUBL}
 */
public record Voyage(ShipId ship, String shipName, VoyageNumber number, String carrierCode) {

    public Voyage {
        if (ship instanceof ShipName name && shipName.isEmpty()) {
            shipName = name.value();
        }
    }
}
