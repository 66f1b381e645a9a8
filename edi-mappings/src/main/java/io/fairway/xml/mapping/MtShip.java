package io.fairway.xml.mapping;

import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.id.CallSign;
import io.fairway.document.id.ImoNumber;
import io.fairway.document.id.ShipId;

/**
 * The ship as the Chinese forms name it: {@code UN} and its IMO number; for a ship without one its call sign, the number it is
 * registered under, or its name. The forms do not say which of these it is, so the value's form has to.
 */
final class MtShip {
    private static final String IMO = "UN";
    private static final String SEVEN_DIGITS = "[0-9]{7}";

    private MtShip() {
    }

    /** @throws io.fairway.document.id.RefusedValueException for what should be an IMO number and is not */
    static ShipId of(String value) {
        if (isMeantAsImoNumber(value)) {
            return new ImoNumber(value.startsWith(IMO) ? value.substring(IMO.length()) : value);
        }
        return CallSign.isOne(value) ? new CallSign(value) : ShipId.byForm(value);
    }

    private static boolean isMeantAsImoNumber(String value) {
        return value.startsWith(IMO) || value.matches(SEVEN_DIGITS);
    }

    /** @throws UnwritableDocumentException when the value would be taken for something else */
    static String written(String path, ShipId ship) {
        boolean isImoNumber = ship instanceof ImoNumber;
        if (!isImoNumber && (isMeantAsImoNumber(ship.value()) || !of(ship.value()).equals(ship))) {
            throw new UnwritableDocumentException(path, "does not tell " + ship.text() + " from another kind of number");
        }
        return isImoNumber ? IMO + ship.value() : ship.value();
    }
}
