package io.fairway.document;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is lasting about a ship, beyond its IMO number and name.
 *
 * @param flag ISO 3166 alpha-2 country of registry; empty when not said
 * @param grossTonnage gross tonnage, a number without unit (MEA+AAE+AAM)
 * @param lengthMetres length over all (MEA+AAE+ACS)
 * @param draughtMetres greatest draught on this call (MEA+AAE+ACT)
 */
public record ShipParticulars(String flag, Optional<BigDecimal> grossTonnage, Optional<BigDecimal> lengthMetres,
                              Optional<BigDecimal> draughtMetres) {
}
