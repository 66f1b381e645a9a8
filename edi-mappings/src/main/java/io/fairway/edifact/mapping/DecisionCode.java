package io.fairway.edifact.mapping;

import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.id.RefusedValueException;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a decision of customs is said in CUSRES: document code (BGM 1001), message function (1225), and processing indicator
 * (GIS 7365, as far as D.95B and D.96B have one that means it, else ZZZ). Writing adds the decision as document name (C002 1000),
 * because the code lists cannot tell all decisions apart; reading takes the name when there is one and the codes otherwise.
 */
enum DecisionCode {
    MANIFEST_ACCEPTED(Decision.MANIFEST_ACCEPTED, "961", "11", "1"),
    MANIFEST_REJECTED(Decision.MANIFEST_REJECTED, "961", "27", "3"),
    DO_NOT_LOAD(Decision.DO_NOT_LOAD, "961", "11", "25"),
    AMENDMENT_GRANTED(Decision.AMENDMENT_GRANTED, "961", "11", "15"),
    AMENDMENT_DENIED(Decision.AMENDMENT_DENIED, "961", "27", "16"),
    REGISTERED(Decision.REGISTERED, "962", "11", "9"),
    NOT_ACCEPTED(Decision.NOT_ACCEPTED, "963", "27", "3"),
    ACCEPTED(Decision.ACCEPTED, "962", "11", "1"),
    DOCUMENTS_REQUIRED(Decision.DOCUMENTS_REQUIRED, "962", "11", "6"),
    DOCUMENTS_SUFFICIENT(Decision.DOCUMENTS_SUFFICIENT, "962", "11", "37"),
    EXAMINATION_ORDERED(Decision.EXAMINATION_ORDERED, "962", "11", "5"),
    EXAMINATION_PASSED(Decision.EXAMINATION_PASSED, "962", "11", "ZZZ"),
    DISCREPANCY_FOUND(Decision.DISCREPANCY_FOUND, "962", "11", "ZZZ"),
    HOLD_PLACED(Decision.HOLD_PLACED, "962", "11", "7"),
    HOLD_LIFTED(Decision.HOLD_LIFTED, "962", "11", "ZZZ"),
    DUTY_ASSESSED(Decision.DUTY_ASSESSED, "962", "11", "ZZZ"),
    DUTY_PAID(Decision.DUTY_PAID, "962", "11", "ZZZ"),
    GUARANTEE_ACCEPTED(Decision.GUARANTEE_ACCEPTED, "962", "11", "ZZZ"),
    RELEASED(Decision.RELEASED, "932", "11", "4"),
    CLOSED(Decision.CLOSED, "962", "11", "ZZZ"),
    CANCELLED(Decision.CANCELLED, "962", "1", "ZZZ"),
    RELEASE_CANCELLED(Decision.RELEASE_CANCELLED, "932", "1", "ZZZ");

    private final Decision decision;
    private final String documentCode;
    private final String function;
    private final String indicator;

    DecisionCode(Decision decision, String documentCode, String function, String indicator) {
        this.decision = decision;
        this.documentCode = documentCode;
        this.function = function;
        this.indicator = indicator;
    }

    static DecisionCode of(Decision decision) {
        return valueOf(decision.name());
    }

    /** The decision that the document is named after; empty when the name is none. */
    private static Optional<DecisionCode> named(String documentName) {
        return Arrays.stream(values()).filter(code -> code.documentName().equals(documentName)).findFirst();
    }

    /** The decision that an indicator alone says; cancelling a release or a hold is told by the function. */
    private static Optional<DecisionCode> indicated(String indicator, Subject subject) {
        boolean declaration = subject == Subject.DECLARATION;
        return switch (indicator) {
            case "1" -> Optional.of(declaration ? ACCEPTED : MANIFEST_ACCEPTED);
            case "2", "3" -> Optional.of(declaration ? NOT_ACCEPTED : MANIFEST_REJECTED);
            case "4" -> Optional.of(RELEASED);
            case "5" -> Optional.of(EXAMINATION_ORDERED);
            case "6" -> Optional.of(DOCUMENTS_REQUIRED);
            case "7" -> Optional.of(HOLD_PLACED);
            case "9" -> Optional.of(REGISTERED);
            case "15" -> Optional.of(AMENDMENT_GRANTED);
            case "16" -> Optional.of(AMENDMENT_DENIED);
            case "25" -> Optional.of(DO_NOT_LOAD);
            case "37" -> Optional.of(DOCUMENTS_SUFFICIENT);
            default -> Optional.empty();
        };
    }

    /** What is taken back when the earlier response is cancelled. */
    private Optional<DecisionCode> cancelled() {
        return switch (this) {
            case RELEASED -> Optional.of(RELEASE_CANCELLED);
            case HOLD_PLACED -> Optional.of(HOLD_LIFTED);
            case MANIFEST_ACCEPTED, MANIFEST_REJECTED, DO_NOT_LOAD, AMENDMENT_GRANTED, AMENDMENT_DENIED, REGISTERED, NOT_ACCEPTED,
                 ACCEPTED, DOCUMENTS_REQUIRED, DOCUMENTS_SUFFICIENT, EXAMINATION_ORDERED, EXAMINATION_PASSED, DISCREPANCY_FOUND,
                 HOLD_LIFTED, DUTY_ASSESSED, DUTY_PAID, GUARANTEE_ACCEPTED, CLOSED, CANCELLED, RELEASE_CANCELLED -> Optional.empty();
        };
    }

    private boolean isRefusal() {
        return function.equals("27");
    }

    private boolean isTakenBack() {
        return function.equals("1");
    }

    /**
     * What the beginning of a response says.
     *
     * @param code BGM 1001; @param function BGM 1225; @param name C002 1000
     */
    record Said(String code, String function, String name, Subject subject) {

        /**
         * The decision of an indicator under this beginning.
         *
         * @throws RefusedValueException when there is none, or when beginning and indicator contradict each other: a release must
         *         not be read out of a rejection
         */
        DecisionCode decision(String indicator) {
            DecisionCode decision = named(name).map(known -> agreed(known, indicator)).orElseGet(() -> byIndicator(indicator));
            if (refuses() && !decision.isRefusal() || takesBack() && !decision.isTakenBack() && decision != HOLD_LIFTED) {
                throw contradiction(indicator, "code " + code + ", function " + function);
            }
            return decision;
        }

        /** A response without indicator: what it is named after, or a rejection. */
        Optional<DecisionCode> withoutIndicator() {
            return named(name).or(() -> refuses()
                    ? Optional.of(subject == Subject.DECLARATION ? NOT_ACCEPTED : MANIFEST_REJECTED) : Optional.empty());
        }

        private DecisionCode agreed(DecisionCode known, String indicator) {
            boolean refusal = known.indicator.equals("3") && indicator.equals("2");
            if (!refusal && !known.indicator.equals(indicator) || known.isTakenBack() != takesBack()) {
                throw contradiction(indicator, known.documentName());
            }
            return known;
        }

        private DecisionCode byIndicator(String indicator) {
            return indicated(indicator, subject).flatMap(decision -> takesBack() ? decision.cancelled() : Optional.of(decision))
                    .orElseThrow(() -> new RefusedValueException("DECISION_UNKNOWN", indicator, "a code of 7365 that is a decision"));
        }

        private boolean refuses() {
            return function.equals("27") || code.equals("963");
        }

        private boolean takesBack() {
            return function.equals("1") || function.equals("3");
        }

        private static RefusedValueException contradiction(String indicator, String others) {
            return new RefusedValueException("DECISION_CONTRADICTS", indicator, others);
        }
    }

    Decision decision() {
        return decision;
    }

    String documentCode() {
        return documentCode;
    }

    String function() {
        return function;
    }

    String indicator() {
        return indicator;
    }

    String documentName() {
        return name().replace('_', ' ');
    }

    /** What a response is about. */
    enum Subject {
        MANIFEST, DECLARATION
    }
}
