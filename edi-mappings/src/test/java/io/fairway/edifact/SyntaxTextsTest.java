package io.fairway.edifact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntaxTextsTest {
    private final SyntaxTexts texts = new SyntaxTexts();

    @ParameterizedTest
    @EnumSource(SyntaxRule.class)
    void hasEverySentenceInBothLanguages(SyntaxRule rule) {
        var text = texts.text(rule, "found", "a", "b", "c", "d", "e");

        assertThat(text.en()).isNotBlank().doesNotContain("{");
        assertThat(text.zh()).matches("(?s).*\\p{IsHan}.*").doesNotContain("{");
        assertThat(texts.expected(rule, "found", "a", "b", "c", "d", "e")).isNotBlank().doesNotContain("{");
    }

    @ParameterizedTest
    @EnumSource(SyntaxRule.class)
    void saysWhichSideOfQualityItIsAboutAndHowItIsMended(SyntaxRule rule) {
        assertThat(rule.quality()).isNotNull();
        assertThat(rule.mending()).isNotNull();
    }
}
