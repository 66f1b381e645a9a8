package io.fairway.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.fixture.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    private Path folder;

    private String file(String fixture) {
        return Called.file(folder, fixture.substring(fixture.lastIndexOf('/') + 1), Fixtures.bytes(fixture)).toString();
    }

    @Test
    void endsWithZeroWhenNothingWasFound() {
        var called = Called.with("check", file("voyage/01-manifest.edi"));

        assertThat(called.exitCode()).isZero();
        assertThat(called.out()).endsWith("1 file, 1 interchange: 0 errors, 0 warnings\n");
    }

    @Test
    void showsTheSegmentWithAMarkUnderTheValueAndTheFix() {
        var called = Called.with("check", file("bad/wrong-unt-count.edi"));

        assertThat(called.exitCode()).isOne();
        assertThat(called.out()).contains("""
                  error UNT_COUNT  line 30, column 5 · message 1 · UNT, segment 29 · element 1, component 1
                    UNT+31+1'
                        ^^
                    UNT says 31 segments, but the message has 29.
                """).contains("fix (likely): write 29");
    }

    @Test
    void speaksChineseWhenAsked() {
        var called = Called.with("check", "--lang", "zh", file("bad/wrong-unt-count.edi"));

        assertThat(called.out()).contains("UNT 声明有 31 个段，实际为 29 个。").contains("建议（可能）：改为 29");
    }

    @Test
    void printsOneObjectPerInterchangeForMachines() {
        var called = Called.with("check", "--json", file("bad/wrong-unt-count.edi"), file("edifact/faulty/two-interchanges.edi"));

        assertThat(called.out().lines()).hasSize(3);
        assertThat(called.out().lines().findFirst()).hasValueSatisfying(line -> assertThat(line)
                .contains("\"interchange\":\"BX0002\",\"sender\":\"HUBLINE\",\"recipient\":\"CNCUSTOMS\"", "\"verdict\":\"findings\"",
                        "\"messages\":[{\"reference\":\"1\",\"type\":\"CUSCAR:D:95B:UN\",\"verdict\":\"findings\"}]",
                        "\"code\":\"UNT_COUNT\",\"severity\":\"error\",\"edifact\":29,\"message\":\"1\",\"segment\":\"UNT\","
                                + "\"segmentPosition\":29,\"element\":1,\"component\":1,\"offset\":689,\"line\":30,\"column\":5,\"found\":\"31\"",
                        "\"fix\":{\"value\":\"29\",\"certainty\":\"likely\",\"edit\":\"replace\"}"));
    }

    @Test
    void endsWithTwoWhenThereIsNoInterchangeToRead() {
        var called = Called.with("check", "--json", file("bad/not-edifact.bin"));

        assertThat(called.exitCode()).isEqualTo(2);
        assertThat(called.out()).contains("\"verdict\":\"unreadable\"").contains("\"code\":\"NOT_EDIFACT\"");
    }

    @Test
    void tellsAFileThatIsNotThereAndReadsTheOthers() {
        var called = Called.with("check", folder.resolve("nowhere.edi").toString(), file("voyage/01-manifest.edi"));

        assertThat(called.exitCode()).isEqualTo(2);
        assertThat(called.err()).contains("nowhere.edi cannot be read");
        assertThat(called.out()).contains("✓ message 1");
    }

    @Test
    void readsAllFilesOfAFolder() {
        file("voyage/01-manifest.edi");
        file("bad/wrong-unt-count.edi");

        assertThat(Called.with("check", folder.toString()).out()).contains("2 files, 2 interchanges: 1 error");
    }

    @Test
    void tellsAFolderWithoutFiles() {
        assertThat(Called.with("check", folder.toString()).exitCode()).isEqualTo(2);
    }

    @Test
    void readsStandardInput() {
        var called = Called.with(Fixtures.bytes("bad/wrong-unt-count.edi"), "check", "-");

        assertThat(called.exitCode()).isOne();
        assertThat(called.out()).contains("UNT+31+1'");
    }

    @Test
    void readsXml() {
        var called = Called.with("check", file("xml/MT1101_original_manifest.xml"), file("bad/not-well-formed.xml"));

        assertThat(called.out()).contains("MT1101").contains("XML_NOT_WELL_FORMED");
    }

    @Test
    void printsTheSyntaxAnswerAndTheContentAnswerThatOurReaderTakes() {
        var contrl = Called.with("check", "--contrl", file("bad/wrong-unt-count.edi"));
        var aperak = Called.with("check", "--aperak", file("bad/container-check-digit.edi"));

        assertThat(contrl.out()).contains("UCI+BX0002+HUBLINE+CNCUSTOMS+4").contains("UCM+1+CUSCAR:D:95B:UN+4+29+UNT");
        assertThat(contrl.err()).contains("UNT_COUNT");
        assertThat(aperak.out()).contains("BGM+").contains("HUBU2000015");
        assertThat(Called.with(contrl.out().getBytes(StandardCharsets.ISO_8859_1), "check", "-").exitCode()).isZero();
        assertThat(Called.with(aperak.out().getBytes(StandardCharsets.ISO_8859_1), "check", "-").exitCode()).isZero();
    }

    @Test
    void tellsAPlaceThatTheLoadedListDoesNotHaveAndWhichVersionJudged() throws IOException {
        Path lists = Files.createDirectory(folder.resolve("lists"));
        Files.write(lists.resolve("places.csv"), Fixtures.bytes("codes/places-sample.csv"));

        var called = Called.with(new Folders(Optional.of(lists), Optional.empty()), Fixtures.bytes("voyage/01-manifest.edi"), "check", "--json", "-");

        assertThat(called.out()).contains("\"code\":\"UNLOCODE_UNKNOWN\",\"severity\":\"warning\"", "\"found\":\"NLRTM\"",
                "\"rule\":\"UN/LOCODE sample-1\"", "\"fix\":{\"value\":\"NLRTN\",\"certainty\":\"likely\"");
        assertThat(called.out()).doesNotContain("\"found\":\"CNSHG\"");
    }

    @Test
    void refusesAFileThatIsNoCodeListAndASecondVersion() throws IOException {
        Path lists = Files.createDirectory(folder.resolve("lists"));
        Files.writeString(lists.resolve("places.csv"), "CNSHG");
        assertThat(Called.with(new Folders(Optional.of(lists), Optional.empty()), new byte[0], "check", "-").err()).contains("is no code list");

        Files.write(lists.resolve("places.csv"), Fixtures.bytes("codes/places-sample.csv"));
        Files.write(lists.resolve("second.csv"), Fixtures.bytes("codes/places-sample.csv"));
        assertThat(Called.with(new Folders(Optional.of(lists), Optional.empty()), new byte[0], "check", "-").err()).contains("second version of UN/LOCODE");
    }

    @Test
    void refusesAnOptionItDoesNotKnow() {
        assertThat(Called.with("check", "--jsno", "x").exitCode()).isEqualTo(64);
        assertThat(Called.with("check", "--jsno", "x").err()).contains("check does not know --jsno").contains("usage:");
        assertThat(Called.with("check").exitCode()).isEqualTo(64);
        assertThat(Called.with("check", "x", "--lang", "fr").exitCode()).isEqualTo(64);
        assertThat(Called.with("check", "x", "--zone", "Nowhere").exitCode()).isEqualTo(64);
        assertThat(Called.with().exitCode()).isEqualTo(64);
    }

    @Test
    void writesWhatIsCertainBesideTheOriginalAndSaysSo() throws IOException {
        var original = folder.resolve("count-too-low.edi");
        var called = Called.with("check", "--fix", file("edifact/faulty/count-too-low.edi"));

        assertThat(Files.readAllBytes(original)).isEqualTo(Fixtures.bytes("edifact/faulty/count-too-low.edi"));
        assertThat(Files.readString(folder.resolve("count-too-low.fixed.edi"))).contains("UNT+29+1'");
        assertThat(called.err()).contains("(UNT_COUNT): '25' -> '29' (certain)").contains("checked again: 0 errors, 0 warnings left");
    }

    @Test
    void leavesWhatIsOnlyLikelyUnlessAsked() throws IOException {
        String file = file("bad/container-check-digit.edi");

        var certain = Called.with("check", "--fix", file);
        assertThat(certain.err()).contains("left as it is (CONTAINER_CHECK_DIGIT)").contains("no file was written");
        assertThat(folder.resolve("container-check-digit.fixed.edi")).doesNotExist();

        var likely = Called.with("check", "--fix=likely", file);
        assertThat(likely.err()).contains("2 corrections; checked again: 0 errors");
        assertThat(Files.readString(folder.resolve("container-check-digit.fixed.edi"))).doesNotContain("HUBU2000015");
    }

    @Test
    void correctsXmlToo() throws IOException {
        String wrong = Fixtures.text("xml/MT1101_original_manifest.xml").replaceFirst("HUBU2000016", "HUBU2000018");
        Path file = Called.file(folder, "manifest.xml", wrong.getBytes(StandardCharsets.ISO_8859_1));

        var called = Called.with("check", "--fix=likely", file.toString());

        assertThat(called.out()).contains("<EquipmentIdentification><ID>HUBU2000018</ID>").contains("^^^^^^^^^^^\n");
        assertThat(called.err()).contains("checked again: 0 errors");
        assertThat(Files.readString(folder.resolve("manifest.fixed.xml"))).isEqualTo(Fixtures.text("xml/MT1101_original_manifest.xml"));
    }

    @Test
    void writesNothingForStandardInput() {
        assertThat(Called.with(Fixtures.bytes("bad/wrong-unt-count.edi"), "check", "--fix", "-").err()).contains("nothing was written");
    }
}
