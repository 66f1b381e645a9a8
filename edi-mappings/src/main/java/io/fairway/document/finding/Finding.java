package io.fairway.document.finding;

import java.util.Optional;

/**
 * One thing wrong with what was received: what, where, by which rule, and how it could be mended
 * (members as in the design, part 5).
 *
 * @param code stable code, for example {@code UNT_COUNT}
 * @param edifact EDIFACT error code (0085) where one applies
 * @param found the value found, safe to print and at most 70 characters; empty when nothing was there
 * @param expected what was expected, in words a clerk understands
 * @param rule the rule and its source, for example {@code ISO 9735:1988 0074}; where a code list judged, with the list's version
 */
public record Finding(String code, Severity severity, Optional<Integer> edifact, Place place, String found,
                      String expected, Text text, String rule, Optional<Fix> fix, Quality quality) {

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The same finding, with what judged in the place of the rule: a code list and its version. */
    public Finding judgedBy(String authority) {
        return new Finding(code, severity, edifact, place, found, expected, text, authority, fix, quality);
    }

    /** The same finding at another place. */
    public Finding at(Place other) {
        return new Finding(code, severity, edifact, other, found, expected, text, rule, fix, quality);
    }

    /** The same finding with another weight. */
    public Finding weighing(Severity other) {
        return new Finding(code, other, edifact, place, found, expected, text, rule, fix, quality);
    }
}
