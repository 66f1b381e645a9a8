package io.fairway.edifact;

import java.util.Optional;

import io.fairway.document.finding.Severity;

import static io.fairway.document.finding.Severity.ERROR;
import static io.fairway.document.finding.Severity.WARNING;

/**
 * What the syntax engine can find wrong. The name is the stable code of the finding; the sentences are in
 * {@code syntax-findings.properties}. The number is the EDIFACT error code (0085), 0 where none applies.
 */
enum SyntaxRule {
    NOT_EDIFACT(ERROR, 0, "ISO 9735"),
    UNB_MISSING(ERROR, 13, "ISO 9735 UNB"),
    TEXT_OUTSIDE_INTERCHANGE(WARNING, 0, "ISO 9735"),
    BYTE_ORDER_MARK(WARNING, 0, "ISO 9735"),
    UNA_SHORT(WARNING, 0, "ISO 9735 UNA"),
    UNA_REPEATED(WARNING, 0, "ISO 9735 UNA"),
    UNA_UNUSABLE(ERROR, 22, "ISO 9735 UNA"),
    SYNTAX_UNSUPPORTED(ERROR, 2, "ISO 9735 S001"),
    CHARACTER_INVALID(ERROR, 21, "ISO 9735 0001"),
    CHARACTER_ABOVE_LEVEL(WARNING, 21, "ISO 9735 0001"),
    LINE_BREAK_IN_SEGMENT(WARNING, 21, "ISO 9735"),
    INPUT_TRUNCATED(ERROR, 13, "ISO 9735"),
    UNT_MISSING(ERROR, 13, "ISO 9735 UNT"),
    UNE_MISSING(ERROR, 13, "ISO 9735 UNE"),
    UNZ_MISSING(ERROR, 13, "ISO 9735 UNZ"),
    UNT_COUNT(ERROR, 29, "ISO 9735 0074"),
    UNE_COUNT(ERROR, 29, "ISO 9735 0060"),
    UNZ_COUNT(ERROR, 29, "ISO 9735 0036"),
    UNT_REFERENCE(ERROR, 28, "ISO 9735 0062"),
    UNE_REFERENCE(ERROR, 28, "ISO 9735 0048"),
    UNZ_REFERENCE(ERROR, 28, "ISO 9735 0020"),
    MESSAGE_REFERENCE_DUPLICATE(ERROR, 26, "ISO 9735 0062"),
    SERVICE_SEGMENT_MISPLACED(ERROR, 15, "ISO 9735"),
    SEGMENT_OUTSIDE_MESSAGE(ERROR, 33, "ISO 9735"),
    GROUPS_AND_MESSAGES_MIXED(ERROR, 30, "ISO 9735 UNG"),
    INTERCHANGE_EMPTY(ERROR, 32, "ISO 9735 UNB"),
    MESSAGE_EMPTY(ERROR, 32, "ISO 9735 UNH"),
    MESSAGE_TYPE_UNKNOWN(ERROR, 14, "ISO 9735 S009"),
    DIRECTORY_UNKNOWN(ERROR, 14, "ISO 9735 S009"),
    MESSAGE_TYPE_UNSUPPORTED(ERROR, 14, "ISO 9735 S009"),
    SEGMENT_TAG_INVALID(ERROR, 12, "ISO 9735"),
    SEGMENT_TOO_LONG(ERROR, 16, ""),
    SEGMENT_UNKNOWN(WARNING, 15, ""),
    SEGMENT_MISPLACED(ERROR, 15, ""),
    SEGMENT_MISSING(ERROR, 13, ""),
    SEGMENT_REPEATED_TOO_OFTEN(ERROR, 35, ""),
    GROUP_REPEATED_TOO_OFTEN(ERROR, 36, ""),
    ELEMENT_MISSING(ERROR, 13, ""),
    COMPONENT_MISSING(ERROR, 13, ""),
    TOO_MANY_ELEMENTS(ERROR, 16, ""),
    TOO_MANY_COMPONENTS(ERROR, 16, ""),
    VALUE_TOO_LONG(ERROR, 39, ""),
    VALUE_TOO_SHORT(ERROR, 40, ""),
    NUMBER_TOO_SHORT(WARNING, 40, ""),
    VALUE_NOT_NUMERIC(ERROR, 37, ""),
    VALUE_NOT_ALPHABETIC(ERROR, 37, ""),
    DECIMAL_MARK(ERROR, 19, "ISO 9735 UNA"),
    DIGIT_MISSING_BEFORE_DECIMAL_MARK(ERROR, 38, "ISO 9735"),
    CODE_NOT_IN_LIST(WARNING, 12, ""),
    FINDINGS_LIMITED(WARNING, 0, "");

    private final Severity severity;
    private final int edifact;
    private final String source;

    SyntaxRule(Severity severity, int edifact, String source) {
        this.severity = severity;
        this.edifact = edifact;
        this.source = source;
    }

    Severity severity() {
        return severity;
    }

    Optional<Integer> edifact() {
        return edifact == 0 ? Optional.empty() : Optional.of(edifact);
    }

    /** Where the rule is written; empty when it is the directory of the message. */
    String source() {
        return source;
    }
}
