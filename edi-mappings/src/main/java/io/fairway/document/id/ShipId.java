package io.fairway.document.id;

/**
 * What a ship is known by in a document. Best is its IMO number, which stays with it for life; a ship without one, or a document that
 * does not say it, leaves the call sign, the number of the ship's radio (MMSI), a code of some register, or the name alone. Two
 * documents speak of the same ship when these are equal.
 */
public sealed interface ShipId permits ImoNumber, CallSign, MmsiNumber, ShipCode, ShipName {
    /** What stands between the kind and the value in {@link #text()}. */
    char KIND_END = ':';

    /** The number, code or name alone. */
    String value();

    /** One string for every kind: an IMO number as it is, any other value after its kind, for example {@code callsign:VRAB5}. */
    default String text() {
        return switch (this) {
            case ImoNumber imo -> imo.value();
            case CallSign sign -> "callsign:" + sign.value();
            case MmsiNumber mmsi -> "mmsi:" + mmsi.value();
            case ShipCode code -> "code:" + code.value();
            case ShipName name -> "name:" + name.value();
        };
    }

    /**
     * The ship that {@link #text()} was of.
     *
     * @throws RefusedValueException when there is no such kind, or the value is not of that kind
     */
    static ShipId of(String text) {
        int end = text.indexOf(KIND_END);
        String value = text.substring(end + 1);
        return switch (text.substring(0, Math.max(end, 0))) {
            case "" -> new ImoNumber(text);
            case "callsign" -> new CallSign(value);
            case "mmsi" -> new MmsiNumber(value);
            case "code" -> new ShipCode(value);
            case "name" -> new ShipName(value);
            default -> throw new RefusedValueException("CODE_UNKNOWN", text,
                    "an IMO number, or callsign:, mmsi:, code: or name: and the value");
        };
    }

    /** What a number of no register that is known here must be by its form: an IMO number, an MMSI, a name where there are blanks, else a code. */
    static ShipId byForm(String number) {
        if (ImoNumber.isOne(number)) {
            return new ImoNumber(number);
        }
        if (MmsiNumber.isOne(number)) {
            return new MmsiNumber(number);
        }
        return number.indexOf(' ') < 0 ? new ShipCode(number) : ShipName.of(number);
    }
}
