package io.fairway.bench.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeclarationsTest {
    private final Declarations declarations = new Declarations(64, 7);

    @Test
    void everyDeclarationIsRecognisedWhenItArrives() {
        assertThat(IntStream.of(0, 63, 9_999, 10_000, 123_456)).allSatisfy(number ->
                assertThat(declarations.numberOf(text(number))).hasValue(number));
    }

    @Test
    void whatIsOfAnotherRunIsNotRecognised() {
        assertThat(declarations.numberOf("LRN1-0001")).isEmpty();
        assertThat(declarations.numberOf("LRN")).isEmpty();
        assertThat(declarations.numberOf("")).isEmpty();
    }

    @Test
    void theCallersTakeTurnsAndEachSendsAboutOneAndAHalfKilobytesInItsOwnName() {
        var letter = declarations.letter(65);

        assertThat(letter.party()).isEqualTo("BENCH001");
        assertThat(text(65)).contains("UNB+UNOA:2+BENCH001+").contains("NAD+DT+400000001:").doesNotContain("{");
        assertThat(letter.bytes().length).isBetween(1_400, 1_600);
        assertThat(declarations.counterparts("http://127.0.0.1:1/messages")).contains("- party: BENCH063").doesNotContain("BENCH064");
    }

    @Test
    void theSameNumberGivesTheSameBytes() {
        assertThat(new Declarations(64, 7).letter(4_711).bytes()).isEqualTo(declarations.letter(4_711).bytes());
    }

    private String text(int number) {
        return new String(declarations.letter(number).bytes(), StandardCharsets.US_ASCII);
    }
}
