package io.fairway.edifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.SyntaxReport.Action;
import io.fairway.document.finding.Certainty;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Fix;
import io.fairway.fixture.Fixtures;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeFaultsTest {

    @ParameterizedTest
    @CsvSource({
        "bad/wrong-unt-count.edi, UNT_COUNT, 29, UNT, 29, 30, 5, 29, LIKELY",
        "bad/wrong-unt-reference.edi, UNT_REFERENCE, 28, UNT, 29, 30, 8, 1, LIKELY",
        "bad/wrong-unz-count.edi, UNZ_COUNT, 29, UNZ, 0, 31, 5, 1, LIKELY",
        "bad/wrong-unz-reference.edi, UNZ_REFERENCE, 28, UNZ, 0, 31, 7, BX0005, LIKELY"})
    void mendsCountsAndReferencesOfTrailers(String file, String code, int edifact, String segment, int position, int line, int column,
            String fix, Certainty certainty) {
        var finding = onlyFinding(file);

        assertThat(finding.code()).isEqualTo(code);
        assertThat(finding.edifact()).contains(edifact);
        assertThat(finding.place().segment()).isEqualTo(segment);
        assertThat(finding.place().segmentPosition()).isEqualTo(position);
        assertThat(finding.place().line()).isEqualTo(line);
        assertThat(finding.place().column()).isEqualTo(column);
        assertThat(finding.fix()).contains(new Fix(fix, certainty));
    }

    @ParameterizedTest
    @CsvSource({
        "bad/truncated.edi, INPUT_TRUNCATED, FTX, 26",
        "bad/dangling-release-character.edi, INPUT_TRUNCATED, UNZ, 0",
        "bad/missing-unz.edi, UNZ_MISSING, UNZ, 0",
        "edifact/faulty/missing-unt.edi, UNT_MISSING, UNT, 15",
        "edifact/faulty/missing-une.edi, UNE_MISSING, UNE, 0",
        "edifact/faulty/message-empty.edi, MESSAGE_EMPTY, UNT, 2",
        "bad/no-messages.edi, INTERCHANGE_EMPTY, UNZ, 0",
        "edifact/faulty/segment-outside-message.edi, SEGMENT_OUTSIDE_MESSAGE, FTX, 0",
        "edifact/faulty/groups-and-messages-mixed.edi, GROUPS_AND_MESSAGES_MIXED, UNH, 0",
        "edifact/faulty/duplicate-message-reference.edi, MESSAGE_REFERENCE_DUPLICATE, UNH, 1",
        "edifact/faulty/syntax-version-9.edi, SYNTAX_UNSUPPORTED, UNB, 0",
        "bad/unknown-charset.edi, SYNTAX_UNSUPPORTED, UNB, 0",
        "edifact/faulty/no-sender.edi, ELEMENT_MISSING, UNB, 0",
        "bad/unknown-message-type.edi, MESSAGE_TYPE_UNKNOWN, UNH, 1",
        "bad/unknown-release.edi, DIRECTORY_UNKNOWN, UNH, 1"})
    void findsOneFaultWhereThereIsOne(String file, String code, String segment, int position) {
        var finding = onlyFinding(file);

        assertThat(finding.code()).isEqualTo(code);
        assertThat(finding.place().segment()).isEqualTo(segment);
        assertThat(finding.place().segmentPosition()).isEqualTo(position);
        assertThat(finding.isError()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad/truncated.edi", "bad/missing-unz.edi", "bad/wrong-unz-count.edi", "bad/unknown-charset.edi",
        "edifact/faulty/no-sender.edi", "bad/no-messages.edi"})
    void rejectsTheInterchangeForFaultsOfItsEnvelope(String file) {
        var report = Recording.of(file).reports().getFirst();

        assertThat(report.action()).isEqualTo(Action.REJECTED);
        assertThat(report.error()).isPresent();
        assertThat(report.segment()).startsWith("UN");
    }

    @Test
    void rejectsTheFaultyMessageAndTakesTheOthers() {
        var heard = Recording.of("edifact/faulty/missing-unt.edi");

        assertThat(heard.verdicts()).containsExactly(Verdict.SYNTAX_ERRORS, Verdict.CLEAN);
        assertThat(heard.reports().getFirst().action()).isEqualTo(Action.ACKNOWLEDGED);
        assertThat(heard.reports().getFirst().messages()).extracting("action").containsExactly(Action.REJECTED, Action.ACKNOWLEDGED);
        assertThat(heard.reports().getFirst().messages().getFirst().segment()).isEqualTo("UNT");
    }

    @Test
    void letsASoundInterchangeStandBesideABadOne() {
        var heard = Recording.of("bad/two-interchanges-second-bad.edi");

        assertThat(heard.interchangeVerdicts()).containsExactly(Verdict.CLEAN, Verdict.SYNTAX_ERRORS);
    }

    @Test
    void readsTheNextInterchangeAlsoWhenTheOneBeforeHasNoEnd() {
        var heard = Recording.of("edifact/faulty/missing-unz-before-next.edi");

        assertThat(heard.remarkable()).extracting(Finding::code).containsExactly("UNZ_MISSING");
        assertThat(heard.interchangeVerdicts()).containsExactly(Verdict.SYNTAX_ERRORS, Verdict.CLEAN);
    }

    @Test
    void checksFunctionalGroupsByTheirOwnTrailers() {
        assertThat(Recording.of("edifact/faulty/functional-groups.edi").remarkable()).isEmpty();
        assertThat(Recording.of("edifact/faulty/wrong-une.edi").remarkable()).extracting(Finding::code)
                .containsExactly("UNE_COUNT", "UNE_REFERENCE");
    }

    @ParameterizedTest
    @CsvSource({"bad/not-edifact.txt, NOT_EDIFACT", "bad/not-edifact.bin, NOT_EDIFACT", "bad/empty.edi, NOT_EDIFACT",
        "edifact/faulty/no-unb.edi, UNB_MISSING"})
    void saysWhatIsNoInterchange(String file, String code) {
        var heard = Recording.of(file);

        assertThat(heard.heads()).isEmpty();
        assertThat(heard.reports()).isEmpty();
        assertThat(heard.findings()).extracting(Finding::code).containsExactly(code);
        assertThat(heard.findings().getFirst().found()).doesNotContainPattern("\\p{Cntrl}").hasSizeLessThanOrEqualTo(70);
    }

    @Test
    void callsOnlyACountThatIsTooLowByMoreThanOneCertainlyWrong() {
        var byOne = Fixtures.text("edifact/faulty/count-too-low.edi").replace("UNT+25+1'", "UNT+28+1'").getBytes(StandardCharsets.ISO_8859_1);
        var low = Recording.of("edifact/faulty/count-too-low.edi").remarkable().getFirst();
        var twice = Recording.of("edifact/faulty/segment-twice.edi").remarkable().getFirst();

        assertThat(low.fix()).contains(new Fix("29", Certainty.CERTAIN));
        assertThat(twice.fix()).contains(new Fix("30", Certainty.LIKELY));
        assertThat(Recording.of(byOne).remarkable().getFirst().fix()).as("one segment may have come in").contains(new Fix("29", Certainty.LIKELY));
    }

    @Test
    void explainsACountByTheSegmentThatIsMissing() {
        assertThat(Recording.of("edifact/faulty/lost-segment.edi").remarkable()).extracting(Finding::code).containsExactly("SEGMENT_MISSING");
    }

    private static Finding onlyFinding(String file) {
        var findings = Recording.of(file).remarkable();
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }
}
