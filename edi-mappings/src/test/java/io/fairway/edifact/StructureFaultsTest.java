package io.fairway.edifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Severity;
import io.fairway.fixture.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One fault of the structure is one finding, and what follows is read again. */
class StructureFaultsTest {

    @ParameterizedTest
    @CsvSource({
        "missing-trigger, SEGMENT_MISSING, RFF, 40, 13",
        "missing-group, SEGMENT_MISSING, NAD, 5, 13",
        "missing-at-end, SEGMENT_MISSING, CNT, 14, 13",
        "misplaced-group, SEGMENT_MISPLACED, NAD, 5, 15",
        "misplaced-segment, SEGMENT_MISPLACED, RFF, 12, 15",
        "segment-repeated-too-often, SEGMENT_REPEATED_TOO_OFTEN, SEL, 21, 35",
        "group-repeated-too-often, GROUP_REPEATED_TOO_OFTEN, NAD, 14, 36",
        "unescaped-apostrophe, TERMINATOR_NOT_RELEASED, NAD, 43, 21"})
    void findsOneFaultAndItsPlace(String file, String code, String segment, int position, int edifact) {
        var findings = Recording.of("edifact/faulty/" + file + ".edi").remarkable();

        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().code()).isEqualTo(code);
        assertThat(findings.getFirst().place().segment()).isEqualTo(segment);
        assertThat(findings.getFirst().place().segmentPosition()).isEqualTo(position);
        assertThat(findings.getFirst().edifact()).contains(edifact);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "   \r\n", "\n\n", "\t\n"})
    void takesWhatStandsBetweenSegmentsForNoText(String between) {
        var text = Fixtures.text("edifact/cuscar_d95b_import_cargo_report.edi").replace("\n", between);

        assertThat(Recording.of(text.getBytes(StandardCharsets.ISO_8859_1)).remarkable()).isEmpty();
    }

    @Test
    void opensTheGroupWhoseFirstSegmentIsMissing() {
        var structure = Recording.of("edifact/faulty/missing-trigger.edi").structure();

        int second = structure.indexOf("CNI|2|HUBLRTM2600172");
        assertThat(structure.subList(second, second + 4)).containsExactly("CNI|2|HUBLRTM2600172", "{RFF2", "LOC|9|NLRTM/139/6",
                "LOC|11|CNSHG/139/6");
    }

    @Test
    void keepsASegmentThatTheMessageDoesNotHave() {
        var heard = Recording.of("bad/unknown-segment.edi");

        assertThat(heard.findings()).extracting(Finding::code).containsExactly("SEGMENT_UNKNOWN");
        assertThat(heard.findings().getFirst().severity()).isEqualTo(Severity.WARNING);
        assertThat(heard.findings().getFirst().place().segmentPosition()).isEqualTo(5);
        assertThat(heard.structure()).contains("QQQ|1");
    }

    @Test
    void tellsAMissingSegmentInContrlAtThePositionBeforeIt() {
        var report = Recording.of("bad/missing-bgm.edi").reports().getFirst();

        assertThat(report.messages().getFirst().errors()).hasSize(1);
        assertThat(report.messages().getFirst().errors().getFirst().segmentPosition()).isEqualTo(1);
        assertThat(report.messages().getFirst().errors().getFirst().error()).isEqualTo(13);
    }

    @Test
    void findsTheSameWhereverASegmentOfASampleIsLeftOut() {
        var sample = Fixtures.text("edifact/cuscar_d95b_import_cargo_report.edi").split("(?<=\n)");

        int messages = 0;
        for (int left = 3; left < sample.length - 2; left++) {
            var heard = Recording.of(without(sample, left));
            var structural = heard.errors().stream().filter(finding -> !finding.code().equals("UNT_COUNT")).toList();
            assertThat(structural).as("without %s", sample[left]).hasSizeLessThanOrEqualTo(1);
            messages++;
        }
        assertThat(messages).isEqualTo(49);
    }

    private static byte[] without(String[] segments, int left) {
        var text = new StringBuilder();
        for (int i = 0; i < segments.length; i++) {
            text.append(i == left ? "" : segments[i]);
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void proposesToEscapeATerminatorInsideAText() {
        var finding = Recording.of("edifact/faulty/unescaped-apostrophe.edi").remarkable().getFirst();

        assertThat(finding.fix().map(fix -> fix.value())).isEqualTo(Optional.of("O?'BRIEN COATINGS GMBH"));
    }
}
