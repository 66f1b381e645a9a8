package io.fairway.xml.mapping;

import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.UnwritableDocumentException;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;

/** Words of the single window's declaration (DecMessage 3.1) and its receipts, with their original spellings. */
final class DecNames {
    static final String NAMESPACE = "http://www.chinaport.gov.cn/dec";
    static final String ROOT = "DecMessage";
    static final String RESULT_ROOT = "DEC_DATA";
    static final String RESPONSE_ROOT = "DecImportResponse";
    static final String VERSION = "3.1";
    /** {@code FirstUnit} of a quantity in kilograms. */
    static final String KILOGRAMS = "035";

    private DecNames() {
    }

    /** ISO 3166 alpha-2 of the alpha-3 that the form has; empty when there is none. */
    static Optional<String> country(String alpha3) {
        return Arrays.stream(Locale.getISOCountries()).filter(alpha2 -> alpha3(alpha2).equals(alpha3)).findFirst();
    }

    static String alpha3(String alpha2) {
        try {
            return alpha2.isEmpty() ? "" : Locale.of("", alpha2).getISO3Country();
        } catch (MissingResourceException e) {
            throw new UnwritableDocumentException("country", "ISO 3166 has no country " + alpha2);
        }
    }

    /**
     * What customs' {@code CHANNEL} decides. 3 (uploaded), M (approved again), O (may pass the gate), Q, V (valuation) and X (may
     * enter the port) decide nothing about a declaration that we have a word for.
     */
    static Optional<Decision> decisionOf(String channel) {
        return switch (channel) {
            case "7", "L" -> Optional.of(Decision.REGISTERED);
            case "4", "8", "9", "Y", "E" -> Optional.of(Decision.NOT_ACCEPTED);
            case "W" -> Optional.of(Decision.ACCEPTED);
            case "G" -> Optional.of(Decision.DOCUMENTS_REQUIRED);
            case "C" -> Optional.of(Decision.EXAMINATION_ORDERED);
            case "H" -> Optional.of(Decision.HOLD_PLACED);
            case "K" -> Optional.of(Decision.GUARANTEE_ACCEPTED);
            case "J" -> Optional.of(Decision.DUTY_ASSESSED);
            case "B", "F", "I", "P" -> Optional.of(Decision.RELEASED);
            case "R" -> Optional.of(Decision.CLOSED);
            case "A" -> Optional.of(Decision.CANCELLED);
            case "D" -> Optional.of(Decision.RELEASE_CANCELLED);
            default -> Optional.empty();
        };
    }

    /** Empty for decisions the form cannot say. */
    static Optional<String> channelOf(Decision decision) {
        return switch (decision) {
            case REGISTERED -> Optional.of("L");
            case NOT_ACCEPTED -> Optional.of("E");
            case ACCEPTED -> Optional.of("W");
            case DOCUMENTS_REQUIRED -> Optional.of("G");
            case EXAMINATION_ORDERED -> Optional.of("C");
            case HOLD_PLACED -> Optional.of("H");
            case GUARANTEE_ACCEPTED -> Optional.of("K");
            case DUTY_ASSESSED -> Optional.of("J");
            case RELEASED -> Optional.of("P");
            case CLOSED -> Optional.of("R");
            case CANCELLED -> Optional.of("A");
            case RELEASE_CANCELLED -> Optional.of("D");
            case MANIFEST_ACCEPTED, MANIFEST_REJECTED, DO_NOT_LOAD, AMENDMENT_GRANTED, AMENDMENT_DENIED, DOCUMENTS_SUFFICIENT,
                    EXAMINATION_PASSED, DISCREPANCY_FOUND, HOLD_LIFTED, DUTY_PAID -> Optional.empty();
        };
    }

    /** {@code TransMode}: terms of the transaction. Incoterms that it does not tell apart are read as the commonest. */
    static String termsOf(String mode) {
        return switch (mode) {
            case "1" -> "CIF";
            case "2" -> "CFR";
            case "3" -> "FOB";
            case "7" -> "EXW";
            default -> "";
        };
    }

    static Optional<String> modeOf(String terms) {
        return switch (terms) {
            case "CIF" -> Optional.of("1");
            case "CFR" -> Optional.of("2");
            case "FOB" -> Optional.of("3");
            case "EXW" -> Optional.of("7");
            default -> Optional.empty();
        };
    }
}
