package io.fairway.edifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.ReadingProfile;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Severity;
import java.nio.charset.Charset;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterSetTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"latin-1-under-unoc, RHEIN-LACKE MÜNCHEN GMBH", "cyrillic-under-unoe, ЮГ",
        "utf-8-under-unoy, 东湖化工有限公司",
        "japanese-under-unox, 東湖化学 株式会社",
        "japanese-with-released-characters, \"WHY? 「会・未替」+'\""})
    void decodesByTheRepertoireOfTheEnvelope(String file, String name) {
        var heard = Recording.of("edifact/faulty/" + file + ".edi");

        assertThat(heard.remarkable()).isEmpty();
        assertThat(heard.structure()).anyMatch(segment -> segment.startsWith("NAD|") && segment.endsWith("|||" + name));
    }

    @Test
    void decodesByTheCharsetOfTheCounterpartWhereAGuideSaysSo() {
        var cyrillic = new ReadingProfile(ZoneOffset.UTC, Optional.of(Charset.forName("windows-1251")), Map.of());

        var heard = Recording.of("edifact/faulty/windows-1251-under-unob.edi", cyrillic);

        assertThat(heard.remarkable()).isEmpty();
        assertThat(heard.structure()).contains("NAD|N1|||ВОСТОК");
    }

    @ParameterizedTest
    @CsvSource({
        "edifact/faulty/windows-1251-under-unob.edi, 1, 1151",
        "edifact/faulty/control-character.edi, 1, 1155",
        "edifact/faulty/broken-utf-8-under-unoy.edi, 1, 1156",
        "bad/character-outside-charset.edi, 1, 536"})
    void findsTheByteThatTheRepertoireCannotHold(String file, int findings, long offset) {
        var heard = Recording.of(file);

        assertThat(heard.errors()).hasSize(findings).extracting(Finding::code).containsOnly("CHARACTER_INVALID");
        assertThat(heard.errors().getFirst().edifact()).contains(21);
        assertThat(heard.errors().getFirst().place().offset()).isEqualTo(offset);
    }

    @Test
    void warnsOnceOfLowerCaseAtLevelA() {
        var heard = Recording.of("edifact/faulty/lower-case-under-unoa.edi");

        assertThat(heard.remarkable()).extracting(Finding::code).containsExactly("CHARACTER_ABOVE_LEVEL");
        assertThat(heard.remarkable().getFirst().severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void takesAnAsteriskForDataBeforeSyntaxFour() {
        var heard = Recording.of("edifact/faulty/asterisk-in-syntax-3.edi");

        assertThat(heard.remarkable()).isEmpty();
        assertThat(heard.structure()).contains("PCI|28|BLUE*CRANE/PO 4711/1-420");
    }

    @ParameterizedTest
    @CsvSource({"two-packages-syntax-3", "two-packages-syntax-4"})
    void spreadsRepeatedElementsOverPositionsInEverySyntax(String file) {
        var heard = Recording.of("edifact/faulty/" + file + ".edi");

        assertThat(heard.remarkable()).isEmpty();
        assertThat(heard.structure()).contains("GID|1|10/CT|20/PC");
    }
}
