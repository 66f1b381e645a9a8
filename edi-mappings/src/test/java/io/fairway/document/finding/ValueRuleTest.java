package io.fairway.document.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ValueRuleTest {

    @ParameterizedTest
    @EnumSource
    void speaksBothLanguagesNamesItsSourceAndSaysHowItIsMended(ValueRule rule) {
        Finding finding = rule.finding(Place.NOWHERE, "this", "that", Optional.of("other"));

        assertThat(finding.text().en()).isNotBlank().doesNotContain("{");
        assertThat(finding.text().zh()).containsPattern("\\p{IsHan}").doesNotContain("{");
        assertThat(finding.rule()).isNotBlank();
        assertThat(finding.quality()).isNotNull();
        assertThat(rule.mending()).isNotNull();
    }

    @Test
    void neverCallsAGuessCertain() {
        Finding finding = ValueRule.CONTAINER_CHECK_DIGIT.finding(Place.NOWHERE, "HUBU2000018", "check digit 6", Optional.of("HUBU2000016"));

        assertThat(finding.fix()).contains(new Fix("HUBU2000016", Certainty.LIKELY));
    }

    @Test
    void takesACodeItDoesNotKnowForAnUnknownCode() {
        assertThat(ValueRule.of("SOMETHING_ELSE")).isEqualTo(ValueRule.CODE_UNKNOWN);
    }
}
