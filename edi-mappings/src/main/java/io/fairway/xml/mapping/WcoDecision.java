package io.fairway.xml.mapping;

import io.fairway.document.CustomsResponse.Decision;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How every decision of customs is said in a WCO response: {@code Response/FunctionCode} of the DMS profile and, where several
 * decisions share one, {@code Status/NameCode}. 39 and 41 are the profile's; the other status codes are ours and chosen so that
 * a receiver that overlooks them takes the decision that lets less happen. Function codes of the profile that stand for none of
 * our decisions alone are read as the nearest one: 07 (amended), 14 and 15 (payment asked for: the duty is still due), 16
 * (exited), 17 (handled outside the system: a hold), 50 and 51 (licence or query: something is to be handed in).
 */
enum WcoDecision {
    REGISTERED(Decision.REGISTERED, "02", ""),
    ACCEPTED(Decision.ACCEPTED, "01", ""),
    NOT_ACCEPTED(Decision.NOT_ACCEPTED, "03", ""),
    DOCUMENTS_REQUIRED(Decision.DOCUMENTS_REQUIRED, "06", "", "50", "51"),
    DOCUMENTS_SUFFICIENT(Decision.DOCUMENTS_SUFFICIENT, "06", "SUF"),
    EXAMINATION_ORDERED(Decision.EXAMINATION_ORDERED, "05", ""),
    EXAMINATION_PASSED(Decision.EXAMINATION_PASSED, "05", "PAS"),
    DISCREPANCY_FOUND(Decision.DISCREPANCY_FOUND, "05", "DIS"),
    HOLD_PLACED(Decision.HOLD_PLACED, "52", "", "17"),
    HOLD_LIFTED(Decision.HOLD_LIFTED, "52", "LIF"),
    DUTY_ASSESSED(Decision.DUTY_ASSESSED, "13", "", "14", "15"),
    DUTY_PAID(Decision.DUTY_PAID, "13", "PAI"),
    GUARANTEE_ACCEPTED(Decision.GUARANTEE_ACCEPTED, "13", "GUA"),
    RELEASED(Decision.RELEASED, "08", ""),
    CLOSED(Decision.CLOSED, "09", "", "16"),
    CANCELLED(Decision.CANCELLED, "10", ""),
    RELEASE_CANCELLED(Decision.RELEASE_CANCELLED, "10", "REL"),
    AMENDMENT_GRANTED(Decision.AMENDMENT_GRANTED, "11", "39", "07"),
    AMENDMENT_DENIED(Decision.AMENDMENT_DENIED, "11", "41"),
    MANIFEST_ACCEPTED(Decision.MANIFEST_ACCEPTED, "01", "MAN"),
    MANIFEST_REJECTED(Decision.MANIFEST_REJECTED, "03", "MAN"),
    DO_NOT_LOAD(Decision.DO_NOT_LOAD, "03", "DNL");

    private final Decision decision;
    private final String function;
    private final String status;
    private final List<String> alsoRead;

    WcoDecision(Decision decision, String function, String status, String... alsoRead) {
        this.decision = decision;
        this.function = function;
        this.status = status;
        this.alsoRead = List.of(alsoRead);
    }

    Decision decision() {
        return decision;
    }

    String function() {
        return function;
    }

    /** Empty when the function code says it all. */
    String status() {
        return status;
    }

    static WcoDecision of(Decision decision) {
        return valueOf(decision.name());
    }

    /** The decision of a function code together with a status code. */
    static Optional<WcoDecision> of(String function, String status) {
        return Arrays.stream(values())
                .filter(known -> !known.status.isEmpty() && known.function.equals(function) && known.status.equals(status)).findFirst();
    }

    /** The decision of a function code alone. */
    static Optional<WcoDecision> of(String function) {
        return Arrays.stream(values())
                .filter(known -> known.status.isEmpty() && known.function.equals(function) || known.alsoRead.contains(function))
                .findFirst();
    }
}
