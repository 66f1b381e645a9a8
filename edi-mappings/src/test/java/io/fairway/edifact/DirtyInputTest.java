package io.fairway.edifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs as they come from real senders: read, and reported as what they are. */
class DirtyInputTest {
    private static final List<String> CLEAN = Recording.of("edifact/faulty/no-line-ends.edi").structure();

    @ParameterizedTest
    @ValueSource(strings = {"una-other-characters", "blank-lines", "carriage-return-line-feeds", "no-line-ends"})
    void readsWhatTheStandardAllowsWithoutAWord(String file) {
        var heard = Recording.of("edifact/faulty/" + file + ".edi");

        assertThat(heard.remarkable()).isEmpty();
        assertThat(heard.structure()).isEqualTo(CLEAN).hasSizeGreaterThan(13);
    }

    @ParameterizedTest
    @CsvSource({"una-four-characters, UNA_SHORT, 0, 1", "una-five-characters, UNA_SHORT, 0, 1", "una-repeated, UNA_REPEATED, 10, 2",
        "byte-order-mark, BYTE_ORDER_MARK, 0, 1", "telex-header, TEXT_OUTSIDE_INTERCHANGE, 0, 1", "hard-wrapped, LINE_BREAK_IN_SEGMENT, 46, 1",
        "unh-without-version, DIRECTORY_ASSUMED, 53, 2", "directory-without-table, DIRECTORY_ASSUMED, 60, 2"})
    void readsWhatItDoesNotWithAWarning(String file, String code, int offset, int line) {
        var heard = Recording.of("edifact/faulty/" + file + ".edi");

        assertThat(heard.remarkable()).extracting(Finding::code).containsExactly(code);
        assertThat(heard.remarkable()).extracting(Finding::severity).containsExactly(Severity.WARNING);
        assertThat(heard.remarkable().getFirst().place().offset()).isEqualTo(offset);
        assertThat(heard.remarkable().getFirst().place().line()).isEqualTo(line);
        assertThat(heard.structure()).isEqualTo(CLEAN);
    }

    @Test
    void takesTheDefaultCharactersWhenThoseOfUnaCannotBeToldApart() {
        var heard = Recording.of("edifact/faulty/una-unusable.edi");

        assertThat(heard.errors()).extracting(Finding::code).containsExactly("UNA_UNUSABLE");
        assertThat(heard.structure()).isEqualTo(CLEAN);
    }

    @Test
    void readsInterchangesWithDifferentCharactersInOneInput() {
        var heard = Recording.of("edifact/faulty/two-interchanges.edi");

        assertThat(heard.remarkable()).isEmpty();
        assertThat(heard.heads()).extracting(InterchangeHead::reference).hasSize(2).doesNotHaveDuplicates();
        assertThat(heard.heads().get(1).offset()).isEqualTo(456);
        assertThat(heard.structure().subList(CLEAN.size(), heard.structure().size())).isEqualTo(CLEAN);
    }

    @Test
    void skipsASegmentBeyondTheLimitsAndGoesOn() {
        var heard = Recording.of("edifact/faulty/segment-too-long.edi");

        assertThat(heard.errors()).extracting(Finding::code).containsExactly("SEGMENT_TOO_LONG");
        assertThat(heard.errors().getFirst().place().segmentPosition()).isEqualTo(8);
        assertThat(heard.counts()).containsExactly(15);
    }

    @Test
    void handsOnNoMoreFindingsThanTheLimit() {
        var heard = Recording.of("edifact/faulty/too-many-findings.edi");

        assertThat(heard.findings()).hasSize(Findings.MOST_FINDINGS + 1);
        assertThat(heard.findings().getLast().code()).isEqualTo("FINDINGS_LIMITED");
    }
}
