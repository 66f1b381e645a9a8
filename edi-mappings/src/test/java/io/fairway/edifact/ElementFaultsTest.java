package io.fairway.edifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.finding.Certainty;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Fix;
import io.fairway.document.finding.Severity;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementFaultsTest {

    @ParameterizedTest
    @CsvSource({
        "edifact/faulty/missing-element.edi, ELEMENT_MISSING, 13, EQD, 6, 1, 0",
        "edifact/faulty/missing-component.edi, COMPONENT_MISSING, 13, RFF, 7, 1, 1",
        "edifact/faulty/too-many-elements.edi, TOO_MANY_ELEMENTS, 16, RFF, 8, 2, 0",
        "edifact/faulty/unescaped-plus.edi, TOO_MANY_ELEMENTS, 16, NAD, 44, 10, 0",
        "edifact/faulty/too-many-components.edi, TOO_MANY_COMPONENTS, 16, MEA, 11, 3, 6",
        "edifact/faulty/una-odd-decimal-mark.edi, VALUE_NOT_NUMERIC, 37, CNT, 14, 1, 2",
        "edifact/faulty/words-for-a-number.edi, VALUE_NOT_NUMERIC, 37, CNT, 14, 1, 2",
        "bad/element-too-long.edi, VALUE_TOO_LONG, 39, RFF, 17, 1, 2"})
    void findsTheElementAndTheComponent(String file, String code, int edifact, String segment, int position, int element, int component) {
        var finding = onlyFinding(file);

        assertThat(finding.code()).isEqualTo(code);
        assertThat(finding.edifact()).contains(edifact);
        assertThat(finding.place().segment()).isEqualTo(segment);
        assertThat(finding.place().segmentPosition()).isEqualTo(position);
        assertThat(finding.place().element()).isEqualTo(element);
        assertThat(finding.place().component()).isEqualTo(component);
        assertThat(finding.fix().filter(fix -> fix.certainty() == Certainty.CERTAIN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"letter-in-number, VALUE_NOT_NUMERIC, 10", "decimal-comma, DECIMAL_MARK, 12450.5",
        "number-without-digit-before-mark, DIGIT_MISSING_BEFORE_DECIMAL_MARK, 0.5"})
    void proposesTheNumberThatWasMeantAsLikely(String file, String code, String fix) {
        var finding = onlyFinding("edifact/faulty/" + file + ".edi");

        assertThat(finding.code()).isEqualTo(code);
        assertThat(finding.fix()).isEqualTo(Optional.of(new Fix(fix, Certainty.LIKELY)));
    }

    @Test
    void wordsAFindingInBothLanguages() {
        var finding = onlyFinding("bad/element-too-long.edi");

        assertThat(finding.found()).hasSize(44);
        assertThat(finding.expected()).isEqualTo("reference number (1154): at most 35 characters (an..35)");
        assertThat(finding.text().en()).isEqualTo("The value has 44 characters, reference number (1154) takes at most 35.");
        assertThat(finding.text().zh()).isEqualTo("该值有 44 个字符，reference number (1154) 最多 35 个。");
        assertThat(finding.rule()).isEqualTo("UN/EDIFACT D.95B");
    }

    @Test
    void onlyWarnsOfCodesThatTheDirectoryDoesNotHave() {
        var findings = Recording.of("edifact/faulty/codes-not-in-the-list.edi").findings();

        assertThat(findings).extracting(Finding::code).contains("CODE_NOT_IN_LIST");
        assertThat(findings).extracting(Finding::severity).containsOnly(Severity.WARNING);
        assertThat(findings).extracting(Finding::found).contains("44").doesNotHaveDuplicates();
    }

    private static Finding onlyFinding(String file) {
        var findings = Recording.of(file).remarkable();
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }
}
