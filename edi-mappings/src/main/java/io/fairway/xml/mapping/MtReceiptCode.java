package io.fairway.xml.mapping;

import io.fairway.document.CustomsResponse.Decision;
import java.util.Optional;

/**
 * {@code ResponseType/Code} of an MT receipt. Customs' full list is not public; 01 is seen in samples, the others are the codes
 * that CUSRES (UNTDID 7365: 3, 25) and the DMS responses (39, 41) have for the same.
 *
 * <table>
 * <caption>Codes</caption>
 * <tr><td>01</td><td>manifest accepted; with a text numbered {@code 13…} or {@code 14…} (change or deletion approved): amendment granted</td></tr>
 * <tr><td>03</td><td>manifest rejected</td></tr>
 * <tr><td>25</td><td>do not load</td></tr>
 * <tr><td>39</td><td>amendment granted</td></tr>
 * <tr><td>41</td><td>amendment denied</td></tr>
 * </table>
 */
final class MtReceiptCode {
    private MtReceiptCode() {
    }

    /** Empty for decisions that are not about a manifest. */
    static Optional<String> of(Decision decision) {
        return switch (decision) {
            case MANIFEST_ACCEPTED -> Optional.of("01");
            case MANIFEST_REJECTED -> Optional.of("03");
            case DO_NOT_LOAD -> Optional.of("25");
            case AMENDMENT_GRANTED -> Optional.of("39");
            case AMENDMENT_DENIED -> Optional.of("41");
            case REGISTERED, NOT_ACCEPTED, ACCEPTED, DOCUMENTS_REQUIRED, DOCUMENTS_SUFFICIENT, EXAMINATION_ORDERED,
                    EXAMINATION_PASSED, DISCREPANCY_FOUND, HOLD_PLACED, HOLD_LIFTED, DUTY_ASSESSED, DUTY_PAID, GUARANTEE_ACCEPTED,
                    RELEASED, CLOSED, CANCELLED, RELEASE_CANCELLED -> Optional.empty();
        };
    }

    /** @param textNumber the five digits the text begins with; empty when it does not */
    static Optional<Decision> decisionOf(String code, String textNumber) {
        return switch (code) {
            case "01" -> Optional.of(textNumber.startsWith("13") || textNumber.startsWith("14")
                    ? Decision.AMENDMENT_GRANTED : Decision.MANIFEST_ACCEPTED);
            case "03" -> Optional.of(Decision.MANIFEST_REJECTED);
            case "25" -> Optional.of(Decision.DO_NOT_LOAD);
            case "39" -> Optional.of(Decision.AMENDMENT_GRANTED);
            case "41" -> Optional.of(Decision.AMENDMENT_DENIED);
            default -> Optional.empty();
        };
    }
}
