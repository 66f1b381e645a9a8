package io.fairway.json.mapping;

import io.fairway.document.Party;
import io.fairway.document.Shipment.FreightTerms;
import java.util.Optional;

/**
 * Words of the DCSA transport document (eBL 3.0). What its schema demands and the document does not say is written as
 * {@value #NOT_STATED} (a country as {@value #NO_COUNTRY}, which ISO 3166 leaves to users), and read as not said.
 */
final class DcsaNames {
    static final String NOT_STATED = "NOT STATED";
    static final String NO_COUNTRY = "ZZ";

    private DcsaNames() {
    }

    static String said(String value) {
        return value.equals(NOT_STATED) || value.equals(NO_COUNTRY) ? "" : value;
    }

    static String orNotStated(String value) {
        return value.isBlank() ? NOT_STATED : value;
    }

    static boolean hasAddress(Party party) {
        return !(party.street() + party.city() + party.postcode() + party.country()).isEmpty();
    }

    static String code(FreightTerms terms) {
        return switch (terms) {
            case PREPAID -> "PRE";
            case COLLECT -> "COL";
        };
    }

    static Optional<FreightTerms> terms(String code) {
        return switch (code) {
            case "PRE" -> Optional.of(FreightTerms.PREPAID);
            case "COL" -> Optional.of(FreightTerms.COLLECT);
            default -> Optional.empty();
        };
    }

    /** EDIFACT 9303 of a seal's source; empty when there is none alike. */
    static String affixedBy(String source) {
        return switch (source) {
            case "CAR" -> "CA";
            case "SHI" -> "SH";
            case "CUS" -> "CU";
            default -> "";
        };
    }

    static String sealSource(String affixedBy) {
        return switch (affixedBy) {
            case "CA" -> "CAR";
            case "SH" -> "SHI";
            case "CU" -> "CUS";
            default -> "";
        };
    }

    /** Receipt and delivery of EDIFACT 4065 as DCSA's two codes (SD store door, CY container yard). */
    static String receipt(String serviceCode) {
        return serviceCode.equals("27") || serviceCode.equals("28") ? "SD" : "CY";
    }

    static String delivery(String serviceCode) {
        return serviceCode.equals("27") || serviceCode.equals("29") ? "SD" : "CY";
    }

    /** The other way round; empty when one of them is a container freight station, which 4065 cannot say. */
    static String serviceCode(String receipt, String delivery) {
        return switch (receipt + "-" + delivery) {
            case "SD-SD" -> "27";
            case "SD-CY" -> "28";
            case "CY-SD" -> "29";
            case "CY-CY" -> "30";
            default -> "";
        };
    }
}
