package io.fairway.json.mapping;

import io.fairway.document.Voyage;
import io.fairway.document.id.CallSign;
import io.fairway.document.id.ImoNumber;
import io.fairway.document.id.MmsiNumber;
import io.fairway.document.id.ShipCode;
import io.fairway.document.id.ShipId;
import io.fairway.document.id.ShipName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ship in the {@code vesselName} of a DCSA transport document, which has no member for its number: this stands behind the name in
 * brackets, as in {@code HUB PIONEER (IMO 9745677)}. A name without a number is what the ship is known by.
 */
record DcsaShip(ShipId ship, String name) {
    private static final Pattern NUMBERED = Pattern.compile("(.*) \\((IMO|CALL SIGN|MMSI|CODE) (\\S+)\\)");

    /** @throws io.fairway.document.id.RefusedValueException for a number that cannot be what it is said to be */
    static DcsaShip of(String vesselName) {
        Matcher numbered = NUMBERED.matcher(vesselName);
        if (!numbered.matches()) {
            return new DcsaShip(ShipName.of(vesselName), vesselName);
        }
        String number = numbered.group(3);
        ShipId ship = switch (numbered.group(2)) {
            case "IMO" -> new ImoNumber(number);
            case "CALL SIGN" -> new CallSign(number);
            case "MMSI" -> new MmsiNumber(number);
            default -> new ShipCode(number);
        };
        return new DcsaShip(ship, DcsaNames.said(numbered.group(1)));
    }

    static String written(Voyage voyage) {
        String name = DcsaNames.orNotStated(voyage.shipName());
        return switch (voyage.ship()) {
            case ImoNumber imo -> name + " (IMO " + imo.value() + ")";
            case CallSign sign -> name + " (CALL SIGN " + sign.value() + ")";
            case MmsiNumber mmsi -> name + " (MMSI " + mmsi.value() + ")";
            case ShipCode code -> name + " (CODE " + code.value() + ")";
            case ShipName _ -> name;
        };
    }
}
