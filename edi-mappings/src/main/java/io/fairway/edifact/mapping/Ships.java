package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.e;

import io.fairway.document.ShipParticulars;
import io.fairway.edifact.Element;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Measures of ships: gross tonnage (6313 AAM) and length over all (ACS). For the draught the directories have had different codes and
 * none for a while, so it is written as mutually defined (ZZZ) with its name.
 */
final class Ships {
    private static final String TONNAGE = "AAM";
    private static final String LENGTH = "ACS";
    private static final String DRAUGHT = "ZZZ";
    private static final String DRAUGHT_NAME = "DRAUGHT";

    private Ships() {
    }

    /** @param measured the group with the measures; @param tdt the transport, whose C222 8453 is the flag */
    static ShipParticulars read(FieldReader fields, KeptGroup measured, Source tdt) {
        Source draught = measured.measurement("ACT", DRAUGHT);
        draught.text(2, 4);
        return new ShipParticulars(fields.text("ship.flag", tdt, 8, 5), measure(fields, "ship.grossTonnage", measured.measurement(TONNAGE)),
                measure(fields, "ship.lengthMetres", measured.measurement(LENGTH)), measure(fields, "ship.draughtMetres", draught));
    }

    private static Optional<BigDecimal> measure(FieldReader fields, String path, Source measurement) {
        measurement.text(3, 1);
        return fields.decimal(path, measurement, 3, 2);
    }

    static void write(MessageDraft draft, ShipParticulars ship) {
        write(draft, "ship.grossTonnage", e(TONNAGE), "TNE", ship.grossTonnage());
        write(draft, "ship.lengthMetres", e(LENGTH), "MTR", ship.lengthMetres());
        write(draft, "ship.draughtMetres", e(DRAUGHT, "", "", DRAUGHT_NAME), "MTR", ship.draughtMetres());
    }

    private static void write(MessageDraft draft, String path, Element kind, String unit, Optional<BigDecimal> value) {
        value.ifPresent(measured -> draft.segment("MEA", e("AAE"), kind, e(unit, MessageDraft.number(path, measured))));
    }
}
