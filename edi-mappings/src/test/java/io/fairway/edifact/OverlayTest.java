package io.fairway.edifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.document.ReadingProfile;
import io.fairway.document.finding.Finding;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a counterpart or an association does otherwise than the directory is said in lines of text, and judged so. */
class OverlayTest {
    private final Directories directories = new Directories();

    @ParameterizedTest
    @CsvSource({"segment-repeated-too-often, occurs CODECO EQD/SEL 0:99", "group-repeated-too-often, occurs CODECO NAD 1:99"})
    void takesWhatACounterpartMayRepeatMoreOften(String file, String line) {
        var fixture = "edifact/faulty/" + file + ".edi";

        assertThat(Recording.of(fixture).errors()).isNotEmpty();
        var type = Recording.of(fixture).messages().getFirst().type().substring(0, 6);
        var agreed = line.replace("CODECO", type);
        assertThat(Recording.of(fixture, profile(agreed)).errors()).as(agreed).isEmpty();
    }

    @Test
    void tightensAsWell() {
        var heard = Recording.of("edifact/cuscar_d95b_import_cargo_report.edi", profile("length 1154 1-5"));

        assertThat(heard.errors()).extracting(Finding::code).isNotEmpty().containsOnly("VALUE_TOO_LONG");
    }

    @Test
    void takesFurtherCodesAndAnyCode() {
        var directory = directories.of("CODECO", "D", "95B", directories.service(3)).orElseThrow();

        var more = directory.message("CODECO", Overlay.of(List.of("codes 8155 + 22G1"))).orElseThrow();
        var any = directory.message("CODECO", Overlay.of(List.of("codes 8155 any"))).orElseThrow();

        assertThat(sizeType(more).codes().listed()).endsWith(",22G1");
        assertThat(sizeType(any).codes().isEmpty()).isTrue();
        assertThat(sizeType(directory.message("CODECO").orElseThrow()).codes().listed()).doesNotContain("22G1");
    }

    @Test
    void changesTheClassAndTheLengthOfAnElement() {
        var directory = directories.of("CODECO", "D", "95B", directories.service(3)).orElseThrow();

        var changed = directory.message("CODECO", Overlay.of(List.of("class 8155 n", "length 8155 2-9"))).orElseThrow();

        assertThat(sizeType(changed).representation()).isEqualTo("n..9");
        assertThat(sizeType(changed).minimum()).isEqualTo(2);
    }

    private static DataElement sizeType(MessageTable table) {
        return table.segments().get(TagCode.of("EQD")).positions().get(2).components().getFirst().element();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SMDG16", "SMDG20", "SMDG22", "SMDG31", "ITG10", "ITG14", "LOT10"})
    void knowsTheSizeTypesOfTheAssociations(String association) {
        var table = directories.of("CODECO", "D", "95B", directories.service(3))
                .flatMap(directory -> directory.message("CODECO", directories.overlay(association)))
                .orElseThrow();

        assertThat(sizeType(table).codes().isEmpty()).isTrue();
    }

    @Test
    void knowsNothingOfOtherAssociations() {
        assertThat(directories.overlay("")).isEqualTo(Overlay.NONE);
        assertThat(directories.overlay("EAN007")).isEqualTo(Overlay.NONE);
        assertThat(directories.overlay("IATA").isEmpty()).isFalse();
    }

    @Test
    void laysTheCounterpartsOverTheAssociations() {
        var both = Overlay.of(List.of("length 1154 1-40")).and(Overlay.of(List.of("# agreed", "length 1154 1-50")));

        assertThat(both).isEqualTo(Overlay.of(List.of("length 1154 1-40", "length 1154 1-50"))).hasToString("length 1154 1-40\nlength 1154 1-50");
        assertThat(Overlay.NONE.and(both)).isSameAs(both);
        assertThat(both.and(Overlay.NONE)).isSameAs(both);
    }

    @ParameterizedTest
    @ValueSource(strings = {"codes 8155", "codes EQD any", "codes 8155 + A,B", "length 1154 70", "class 1154 x", "occurs BAPLIE LOC 9",
        "occurs baplie LOC 0:9", "repeat LOC", "inside MOVINS HAN/LOC LOC:1:1",
        "inside MOVINS D.95B HAN/LOC"})
    void refusesALineThatIsNone(String line) {
        assertThatThrownBy(() -> Overlay.of(List.of("codes 8155 any", line))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(line);
    }

    private static ReadingProfile profile(String... overlay) {
        return new ReadingProfile(ZoneOffset.UTC, Optional.empty(), Map.of(), List.of(overlay));
    }
}
