package io.fairway.usecase.view;

import io.fairway.document.finding.Certainty;
import io.fairway.document.finding.Edit;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Fix;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Quality;
import io.fairway.document.finding.Severity;
import io.fairway.document.finding.Text;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A finding as it is told, with the same members as {@code fairway check --json}; what does not apply is absent.
 *
 * @param segmentPosition segments counted from UNH = 1
 * @param offset byte in the input, from 0
 */
public record FindingView(String code, Severity severity, OptionalInt edifact, Optional<String> message, Optional<String> segment,
                          OptionalInt segmentPosition, OptionalInt element, OptionalInt component, OptionalLong offset,
                          OptionalInt line, OptionalInt column, Optional<String> found, String expected, Text text, String rule,
                          Optional<FixView> fix, Quality quality) {

    /**
     * @param value the value that would mend the finding
     * @param edit how it gets into the input
     */
    public record FixView(String value, Certainty certainty, Edit edit) {

        static FixView of(Fix fix) {
            return new FixView(fix.value(), fix.certainty(), fix.edit());
        }
    }

    /** The finding, told. */
    public static FindingView of(Finding finding) {
        Place place = finding.place();
        return new FindingView(finding.code(), finding.severity(),
                finding.edifact().map(OptionalInt::of).orElse(OptionalInt.empty()), text(place.message()), text(place.segment()),
                counted(place.segmentPosition()), counted(place.element()), counted(place.component()),
                place.offset() < 0 ? OptionalLong.empty() : OptionalLong.of(place.offset()), counted(place.line()),
                counted(place.column()), text(finding.found()), finding.expected(), finding.text(), finding.rule(),
                finding.fix().map(FixView::of), finding.quality());
    }

    private static Optional<String> text(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private static OptionalInt counted(int value) {
        return value == 0 ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
