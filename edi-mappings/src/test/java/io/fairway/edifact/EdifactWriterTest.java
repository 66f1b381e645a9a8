package io.fairway.edifact;

import static io.fairway.edifact.Element.NONE;
import static io.fairway.edifact.Element.e;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.document.Envelope.Environment;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.UnwritableDocumentException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdifactWriterTest {
    private static final OutboundEnvelope TEST = envelope("WR0001", Environment.TEST);
    private static final OutboundEnvelope LIVE = envelope("WR0001", Environment.LIVE);

    @Test
    void writesCountsReferencesAndNoTrailingSeparators() {
        var bytes = new EdifactWriter(LIVE, WritingSyntax.UNOC_3)
                .message("CODECO", "D", "95B", "UN", "ITG14")
                .segment("BGM", e("36"), e("GO1", "", ""), e("9"), NONE)
                .segment("TDT", e("1"), NONE, e("3"), NONE, e("HAUL77", "172", "ZZZ"))
                .end().toBytes();

        assertThat(segments(bytes)).containsExactly("UNB+UNOC:3+HUB+LINE+260306:1815+WR0001", "UNH+1+CODECO:D:95B:UN:ITG14", "BGM+36+GO1+9",
                "TDT+1++3++HAUL77:172:ZZZ", "UNT+4+1", "UNZ+1+WR0001");
    }

    @Test
    void saysThatATestIsATest() {
        var bytes = new EdifactWriter(TEST, WritingSyntax.UNOC_3).message("CUSRES", "D", "96B", "UN", "").end().toBytes();

        assertThat(segments(bytes).getFirst()).isEqualTo("UNB+UNOC:3+HUB+LINE+260306:1815+WR0001++++++1");
        assertThat(Recording.of(bytes).heads().getFirst().environment()).isEqualTo(Environment.TEST);
    }

    @Test
    void releasesServiceCharactersSoThatTheReaderGetsTheSameValues() {
        var value = "O'BRIEN + CO: WHY? 100*";

        for (var syntax : new WritingSyntax[] {WritingSyntax.UNOC_3, WritingSyntax.UNOY_4, WritingSyntax.UNOA_2}) {
            var bytes = message(value, syntax);
            assertThat(Recording.of(bytes).structure()).as(syntax.toString()).contains("FTX|AAI|||" + value);
        }
    }

    @Test
    void writesServiceAdviceOnlyForOtherCharacters() {
        var bars = new WritingSyntax(Repertoire.UNOC, 3, new Delimiters(';', '|', ',', '!', ' ', '~'));

        assertThat(new String(message("A|B", bars), StandardCharsets.ISO_8859_1)).startsWith("UNA;|,! ~").contains("FTX|AAI|||A!|B~");
        assertThat(Recording.of(message("A|B", bars)).structure()).contains("FTX|AAI|||A|B");
        assertThat(new String(message("A", WritingSyntax.UNOC_3), StandardCharsets.ISO_8859_1)).startsWith("UNB+");
    }

    @Test
    void writesEveryLetterThatTheRepertoireHolds() {
        assertThat(Recording.of(message("MÜNCHEN", WritingSyntax.UNOC_3)).structure()).contains("FTX|AAI|||MÜNCHEN");
        assertThat(Recording.of(message("东湖化工", WritingSyntax.UNOY_4)).structure()).contains("FTX|AAI|||东湖化工");
    }

    @Test
    void refusesWhatTheRepertoireCannotHoldInsteadOfReplacingIt() {
        assertThatThrownBy(() -> message("东湖", WritingSyntax.UNOC_3)).isInstanceOf(UnwritableDocumentException.class)
                .hasMessageContaining("FTX[2].4.1").hasMessageContaining("U+4E1C");
        assertThatThrownBy(() -> message("lower", WritingSyntax.UNOA_2)).isInstanceOf(UnwritableDocumentException.class);
        assertThatThrownBy(() -> message("bell\u0007", WritingSyntax.UNOC_3)).isInstanceOf(UnwritableDocumentException.class);
    }

    @Test
    void refusesAReferenceThatUnbCannotTake() {
        assertThatThrownBy(() -> new EdifactWriter(envelope("LONGER THAN 14 CHARACTERS", Environment.LIVE), WritingSyntax.UNOC_3))
                .isInstanceOf(UnwritableDocumentException.class).hasMessageContaining("envelope.reference");
        assertThatThrownBy(() -> new EdifactWriter(envelope("", Environment.LIVE), WritingSyntax.UNOC_3))
                .isInstanceOf(UnwritableDocumentException.class);
    }

    private static byte[] message(String text, WritingSyntax syntax) {
        return new EdifactWriter(LIVE, syntax).message("COREOR", "D", "00B", "UN", "")
                .segment("FTX", e("AAI"), NONE, NONE, e(text)).end().toBytes();
    }

    private static OutboundEnvelope envelope(String reference, Environment environment) {
        return new OutboundEnvelope("HUB", "LINE", reference, Instant.parse("2026-03-06T10:15:00Z"), environment,
                ZoneId.of("Asia/Shanghai"));
    }

    private static List<String> segments(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).lines().map(line -> line.substring(0, line.length() - 1)).toList();
    }
}
