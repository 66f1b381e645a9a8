package io.fairway.edifact;

import java.util.Optional;

import io.fairway.document.finding.Mending;
import io.fairway.document.finding.Quality;
import io.fairway.document.finding.Severity;

import static io.fairway.document.finding.Mending.COMPUTED;
import static io.fairway.document.finding.Mending.DERIVED;
import static io.fairway.document.finding.Mending.NONE;
import static io.fairway.document.finding.Quality.COMPLETENESS;
import static io.fairway.document.finding.Quality.CONFORMITY;
import static io.fairway.document.finding.Quality.CONSISTENCY;
import static io.fairway.document.finding.Severity.ERROR;
import static io.fairway.document.finding.Severity.WARNING;

/**
 * What the syntax engine can find wrong. The name is the stable code of the finding; the sentences are in
 * {@code syntax-findings.properties}. The number is the EDIFACT error code (0085), 0 where none applies.
 */
enum SyntaxRule {
    NOT_EDIFACT(ERROR, CONFORMITY, NONE, 0, "ISO 9735"),
    UNB_MISSING(ERROR, COMPLETENESS, NONE, 13, "ISO 9735 UNB"),
    TEXT_OUTSIDE_INTERCHANGE(WARNING, CONFORMITY, NONE, 0, "ISO 9735"),
    BYTE_ORDER_MARK(WARNING, CONFORMITY, NONE, 0, "ISO 9735"),
    UNA_SHORT(WARNING, CONFORMITY, DERIVED, 0, "ISO 9735 UNA"),
    UNA_REPEATED(WARNING, CONFORMITY, NONE, 0, "ISO 9735 UNA"),
    UNA_UNUSABLE(ERROR, CONFORMITY, NONE, 22, "ISO 9735 UNA"),
    SYNTAX_UNSUPPORTED(ERROR, CONFORMITY, NONE, 2, "ISO 9735 S001"),
    CHARACTER_INVALID(ERROR, CONFORMITY, NONE, 21, "ISO 9735 0001"),
    CHARACTER_ABOVE_LEVEL(WARNING, CONFORMITY, DERIVED, 21, "ISO 9735 0001"),
    LINE_BREAK_IN_SEGMENT(WARNING, CONFORMITY, NONE, 21, "ISO 9735"),
    INPUT_TRUNCATED(ERROR, COMPLETENESS, NONE, 13, "ISO 9735"),
    UNT_MISSING(ERROR, COMPLETENESS, DERIVED, 13, "ISO 9735 UNT"),
    UNE_MISSING(ERROR, COMPLETENESS, DERIVED, 13, "ISO 9735 UNE"),
    UNZ_MISSING(ERROR, COMPLETENESS, DERIVED, 13, "ISO 9735 UNZ"),
    UNT_COUNT(ERROR, CONSISTENCY, COMPUTED, 29, "ISO 9735 0074"),
    UNE_COUNT(ERROR, CONSISTENCY, COMPUTED, 29, "ISO 9735 0060"),
    UNZ_COUNT(ERROR, CONSISTENCY, COMPUTED, 29, "ISO 9735 0036"),
    UNT_REFERENCE(ERROR, CONSISTENCY, DERIVED, 28, "ISO 9735 0062"),
    UNE_REFERENCE(ERROR, CONSISTENCY, DERIVED, 28, "ISO 9735 0048"),
    UNZ_REFERENCE(ERROR, CONSISTENCY, DERIVED, 28, "ISO 9735 0020"),
    MESSAGE_REFERENCE_DUPLICATE(ERROR, CONSISTENCY, DERIVED, 26, "ISO 9735 0062"),
    SERVICE_SEGMENT_MISPLACED(ERROR, CONFORMITY, NONE, 15, "ISO 9735"),
    SEGMENT_OUTSIDE_MESSAGE(ERROR, CONFORMITY, NONE, 33, "ISO 9735"),
    GROUPS_AND_MESSAGES_MIXED(ERROR, CONFORMITY, NONE, 30, "ISO 9735 UNG"),
    INTERCHANGE_EMPTY(ERROR, COMPLETENESS, NONE, 32, "ISO 9735 UNB"),
    MESSAGE_EMPTY(ERROR, COMPLETENESS, NONE, 32, "ISO 9735 UNH"),
    MESSAGE_TYPE_UNKNOWN(ERROR, CONFORMITY, DERIVED, 14, "ISO 9735 S009"),
    DIRECTORY_UNKNOWN(ERROR, CONFORMITY, DERIVED, 14, "ISO 9735 S009"),
    DIRECTORY_ASSUMED(WARNING, CONFORMITY, NONE, 14, "ISO 9735 S009"),
    MESSAGE_TYPE_UNSUPPORTED(ERROR, CONFORMITY, NONE, 14, "ISO 9735 S009"),
    SEGMENT_TAG_INVALID(ERROR, CONFORMITY, DERIVED, 12, "ISO 9735"),
    SEGMENT_TAG_MISSPELT(ERROR, CONFORMITY, DERIVED, 15, ""),
    TERMINATOR_NOT_RELEASED(ERROR, CONFORMITY, DERIVED, 21, "ISO 9735 release character"),
    SEPARATOR_MISSING(ERROR, CONFORMITY, DERIVED, 12, ""),
    SEPARATOR_SUPERFLUOUS(ERROR, CONFORMITY, DERIVED, 13, ""),
    VALUES_SWAPPED(ERROR, CONFORMITY, DERIVED, 12, ""),
    SEGMENT_TOO_LONG(ERROR, CONFORMITY, NONE, 16, "limits of this reader"),
    SEGMENT_UNKNOWN(WARNING, CONFORMITY, DERIVED, 15, ""),
    SEGMENT_MISPLACED(ERROR, CONFORMITY, NONE, 15, ""),
    SEGMENT_MISSING(ERROR, COMPLETENESS, DERIVED, 13, ""),
    SEGMENT_REPEATED_TOO_OFTEN(ERROR, CONFORMITY, NONE, 35, ""),
    GROUP_REPEATED_TOO_OFTEN(ERROR, CONFORMITY, NONE, 36, ""),
    ELEMENT_MISSING(ERROR, COMPLETENESS, DERIVED, 13, ""),
    COMPONENT_MISSING(ERROR, COMPLETENESS, DERIVED, 13, ""),
    TOO_MANY_ELEMENTS(ERROR, CONFORMITY, DERIVED, 16, ""),
    TOO_MANY_COMPONENTS(ERROR, CONFORMITY, DERIVED, 16, ""),
    VALUE_TOO_LONG(ERROR, CONFORMITY, DERIVED, 39, ""),
    VALUE_TOO_SHORT(ERROR, CONFORMITY, NONE, 40, ""),
    NUMBER_TOO_SHORT(WARNING, CONFORMITY, DERIVED, 40, ""),
    VALUE_NOT_NUMERIC(ERROR, CONFORMITY, DERIVED, 37, ""),
    VALUE_NOT_ALPHABETIC(ERROR, CONFORMITY, DERIVED, 37, ""),
    DECIMAL_MARK(ERROR, CONFORMITY, DERIVED, 19, "ISO 9735 UNA"),
    DIGIT_MISSING_BEFORE_DECIMAL_MARK(ERROR, CONFORMITY, DERIVED, 38, "ISO 9735"),
    CODE_NOT_IN_LIST(WARNING, CONFORMITY, DERIVED, 12, ""),
    FINDINGS_LIMITED(WARNING, CONFORMITY, NONE, 0, "limits of this reader");

    private final Severity severity;
    private final Quality quality;
    private final Mending mending;
    private final int edifact;
    private final String source;

    SyntaxRule(Severity severity, Quality quality, Mending mending, int edifact, String source) {
        this.severity = severity;
        this.quality = quality;
        this.mending = mending;
        this.edifact = edifact;
        this.source = source;
    }

    Severity severity() {
        return severity;
    }

    Quality quality() {
        return quality;
    }

    Mending mending() {
        return mending;
    }

    Optional<Integer> edifact() {
        return edifact == 0 ? Optional.empty() : Optional.of(edifact);
    }

    /** Where the rule is written; empty when it is the directory of the message. */
    String source() {
        return source;
    }
}
