package io.fairway.edifact.mapping;

import static io.fairway.edifact.Element.e;

import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.Voyage;
import io.fairway.document.finding.Certainty;
import io.fairway.document.finding.Fix;
import io.fairway.document.id.CallSign;
import io.fairway.document.id.ImoNumber;
import io.fairway.document.id.MmsiNumber;
import io.fairway.document.id.ShipCode;
import io.fairway.document.id.ShipId;
import io.fairway.document.id.ShipName;
import io.fairway.edifact.Element;
import java.util.Optional;
import java.util.Set;

/**
 * What a ship is known by in C222 of a TDT: its number (8213) in the register that the code list (1131) or its agency (3055) says, else
 * its name (8212). Senders are careless with the register, so an IMO number or an MMSI is taken for what it is whatever is said of it,
 * and the difference is told.
 */
final class ShipNumbers {
    private static final int TRANSPORT = 8;
    private static final Set<String> LISTS_OF_IMO_NUMBERS = Set.of("146", "IMO");
    /** Lloyd's Register, and IMO in the directories that have it. */
    private static final Set<String> AGENCIES_OF_IMO_NUMBERS = Set.of("11", "54", "IMO");
    private static final Set<String> LISTS_OF_CALL_SIGNS = Set.of("103", "CALLSIGN");
    private static final String SEVEN_DIGITS = "[0-9]{7}";

    private ShipNumbers() {
    }

    /** The ship; a finding and a gap when there is none, or what should be an IMO number is not. */
    static Optional<ShipId> required(String path, FieldReader fields, Source tdt) {
        if (tdt.holds(TRANSPORT, 1, "") && !tdt.holds(TRANSPORT, 4, "")) {
            return fields.required(path, tdt, TRANSPORT, 4, ShipName::of);
        }
        Optional<ShipId> ship = fields.requiredCoded(path, tdt, TRANSPORT, 1,
                number -> identify(number, tdt.text(TRANSPORT, 2), tdt.text(TRANSPORT, 3)));
        ship.ifPresent(known -> checkList(fields, tdt, known));
        return ship;
    }

    private static ShipId identify(String number, String list, String agency) {
        if (ImoNumber.isOne(number)) {
            return new ImoNumber(number);
        }
        if (LISTS_OF_CALL_SIGNS.contains(list)) {
            return CallSign.isOne(number) ? new CallSign(number) : ShipId.byForm(number);
        }
        boolean isImoNumber = isImoNumber(list, agency) || list.isEmpty() && (number.matches(SEVEN_DIGITS) || number.startsWith("IMO"));
        if (!isImoNumber) {
            return ShipId.byForm(number);
        }
        return CallSign.isOne(number) && !isMeantAsImoNumber(number) ? new CallSign(number) : new ImoNumber(number);
    }

    private static boolean isImoNumber(String list, String agency) {
        return LISTS_OF_IMO_NUMBERS.contains(list) || list.isEmpty() && AGENCIES_OF_IMO_NUMBERS.contains(agency);
    }

    private static boolean isMeantAsImoNumber(String number) {
        return number.startsWith("IMO") || number.chars().filter(Character::isDigit).count() > number.length() / 2;
    }

    /** Tells a code list that is not the one the number is of. */
    private static void checkList(FieldReader fields, Source tdt, ShipId ship) {
        String list = tdt.text(TRANSPORT, 2);
        boolean isSaidCallSign = LISTS_OF_CALL_SIGNS.contains(list);
        switch (ship) {
            case ImoNumber imo when isSaidCallSign -> otherList(fields, tdt, "146", imo);
            case CallSign sign when !isSaidCallSign -> otherList(fields, tdt, "103", sign);
            case MmsiNumber mmsi when isSaidCallSign -> otherList(fields, tdt, "ZZZ", mmsi);
            case ShipCode code when isSaidCallSign -> otherList(fields, tdt, "ZZZ", code);
            case ImoNumber _, CallSign _, MmsiNumber _, ShipCode _, ShipName _ -> {
                // what is said of the number fits it
            }
        }
    }

    private static void otherList(FieldReader fields, Source tdt, String list, ShipId ship) {
        fields.report(ContentRule.SHIP_REGISTER_DIFFERS, tdt.place(TRANSPORT, 2), tdt.text(TRANSPORT, 2), list + ", as " + ship.value()
                + " is " + name(ship), new Fix(list, Certainty.LIKELY));
    }

    private static String name(ShipId ship) {
        return switch (ship) {
            case ImoNumber _ -> "an IMO number";
            case CallSign _ -> "a call sign";
            case MmsiNumber _ -> "an MMSI";
            case ShipCode _ -> "no call sign";
            case ShipName _ -> "a name";
        };
    }

    /** C222; the directories have no list of MMSI numbers, which are known by their form. */
    static Element element(MessageDraft draft, String path, Voyage voyage, String flag) {
        boolean isShort = draft.directory().before(DirectoryRelease.D13B);
        String name = MessageDraft.fit(path + ".shipName", voyage.shipName(), isShort ? 35 : 70);
        return switch (voyage.ship()) {
            case ImoNumber imo -> e(imo.value(), "146", "11", name, flag);
            case CallSign sign -> e(sign.value(), "103", "", name, flag);
            case MmsiNumber mmsi -> e(mmsi.value(), "ZZZ", "ZZZ", name, flag);
            case ShipCode code -> e(MessageDraft.fit(path + ".ship", code.value(), isShort ? 9 : 35), "ZZZ", "ZZZ", name, flag);
            case ShipName only -> e("", "", "", nameOf(path, only, name), flag);
        };
    }

    private static String nameOf(String path, ShipName known, String written) {
        if (!ShipName.of(written).equals(known)) {
            throw new UnwritableDocumentException(path + ".shipName", "is '" + written + "', but the ship is known as " + known.value());
        }
        return written;
    }
}
