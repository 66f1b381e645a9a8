package io.fairway.edifact;

import static io.fairway.edifact.Element.e;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.finding.Place;
import io.fairway.fixture.Fixtures;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not changed is written again byte for byte, however its sender wrote it. */
class RewritingTest {

    @ParameterizedTest
    @ValueSource(strings = {"edifact/cuscar_d95b_import_cargo_report.edi", "edifact/faulty/una-other-characters.edi",
        "edifact/faulty/una-four-characters.edi", "edifact/faulty/telex-header.edi", "edifact/faulty/hard-wrapped.edi",
        "edifact/faulty/byte-order-mark.edi", "edifact/faulty/no-line-ends.edi", "edifact/faulty/carriage-return-line-feeds.edi",
        "edifact/faulty/blank-lines.edi", "edifact/faulty/two-interchanges.edi", "edifact/faulty/functional-groups.edi",
        "edifact/faulty/japanese-under-unox.edi", "edifact/faulty/utf-8-under-unoy.edi", "bad/missing-unz.edi"})
    void writesTheSameBytesWhenNothingIsChanged(String fixture) {
        var original = Fixtures.bytes(fixture);

        for (var head : Recording.of(fixture).heads()) {
            assertThat(new Rewriting(original, head).toBytes()).isEqualTo(original);
        }
    }

    @Test
    void changesOneValueAndNothingElse() {
        var original = Fixtures.bytes("bad/wrong-unt-count.edi");
        var heard = Recording.of("bad/wrong-unt-count.edi");
        var finding = heard.errors().getFirst();

        var mended = new Rewriting(original, heard.heads().getFirst()).replace(finding.place(), finding.fix().orElseThrow().value()).toBytes();

        assertThat(Recording.of(mended).errors()).isEmpty();
        assertThat(mended).hasSize(original.length);
    }

    @Test
    void releasesServiceCharactersOfANewValue() {
        var original = Fixtures.bytes("edifact/faulty/no-line-ends.edi");
        var head = Recording.of(original).heads().getFirst();
        var reference = placeOf(original, "GO260306-000931");

        var changed = new Rewriting(original, head).replace(reference, "A'B+C:D?E").toBytes();

        assertThat(new String(changed, StandardCharsets.ISO_8859_1)).contains("BGM+36+A?'B?+C?:D??E+9'");
        assertThat(Recording.of(changed).structure()).contains("BGM|36|A'B+C:D?E|9");
    }

    @Test
    void putsSegmentsInAndTakesThemOutAndCountsThem() {
        var original = Fixtures.bytes("edifact/cuscar_d95b_import_cargo_report.edi");
        var head = Recording.of(original).heads().getFirst();

        var changed = new Rewriting(original, head).remove(placeOf(original, "RFF+VON")).remove(placeOf(original, "GIS+23"))
                .insert(placeOf(original, "CNI+1"), "CNT", e("16", "2")).toBytes();
        var text = new String(changed, StandardCharsets.ISO_8859_1);

        assertThat(text).contains("UNT+50+1'").contains("CNT+10:2'\nCNT+16:2'\nCNI+1").doesNotContain("RFF+VON");
        assertThat(Recording.of(changed).errors()).isEmpty();
    }

    @Test
    void refusesWhatTheCharsetCannotHoldAndWhatIsChangedAlready() {
        var original = Fixtures.bytes("edifact/faulty/no-line-ends.edi");
        var rewriting = new Rewriting(original, Recording.of(original).heads().getFirst());
        var reference = placeOf(original, "GO260306-000931");

        assertThatThrownBy(() -> rewriting.replace(reference, "东湖")).isInstanceOf(UnwritableDocumentException.class);
        rewriting.replace(reference, "A");
        assertThatThrownBy(() -> rewriting.replace(reference, "B")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rewriting.replace(Place.NOWHERE, "B")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Place placeOf(byte[] original, String text) {
        int at = new String(original, StandardCharsets.ISO_8859_1).indexOf(text);
        return new Place("1", text.substring(0, 3), 0, 0, 0, at, 1, 1);
    }
}
