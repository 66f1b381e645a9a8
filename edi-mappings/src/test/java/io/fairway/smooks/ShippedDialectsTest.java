package io.fairway.smooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.dialect.Heard;
import io.fairway.document.Lineage;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Place;
import io.fairway.fixture.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShippedDialectsTest {
    private static final SmooksDialect RELEASE = named("terminal-release-xml");
    private static final SmooksDialect FLAT = named("cn-flat");

    private static SmooksDialect named(String name) {
        return SmooksDialect.shipped().stream().filter(dialect -> dialect.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void aTerminalGetsItsReleaseOrderInXml() {
        var translation = RELEASE.translate(Fixtures.bytes("voyage/08-release-order.edi"), Heard.PROFILE);

        assertThat(text(translation)).isEqualTo(Fixtures.text("smooks/release-order.xml"));
    }

    @Test
    void everyLeafOfTheOrderNamesItsSegmentElementAndOffset() {
        Lineage lineage = RELEASE.translate(Fixtures.bytes("voyage/08-release-order.edi"), Heard.PROFILE).lineage();

        assertThat(placeOf(lineage, "ReleaseOrder/Container/@number")).satisfies(place -> {
            assertThat(place.segment()).isEqualTo("EQD");
            assertThat(place.segmentPosition()).isEqualTo(11);
            assertThat(place.element()).isEqualTo(2);
            assertThat(Fixtures.text("voyage/08-release-order.edi").substring((int) place.offset())).startsWith("HUBU2000016");
            assertThat(place.message()).isEqualTo("1");
        });
        assertThat(placeOf(lineage, "ReleaseOrder/Container/ValidUntil").segment()).isEqualTo("DTM");
        assertThat(placeOf(lineage, "ReleaseOrder/@function").segment()).isEqualTo("constant of release-order.ftl");
    }

    @Test
    void whatTheOrderDoesNotCarryOverIsListed() {
        Lineage lineage = RELEASE.translate(Fixtures.bytes("voyage/08-release-order.edi"), Heard.PROFILE).lineage();

        assertThat(lineage.unused()).extracting(Lineage.Unused::value).contains("202603041742").doesNotContain("HUBU2000016", "AHZ");
    }

    @Test
    void aPlatformGetsTheManifestAsAFlatFile() {
        var translation = FLAT.translate(Fixtures.bytes("voyage/01-manifest.edi"), Heard.PROFILE);

        assertThat(text(translation)).isEqualTo(Fixtures.text("smooks/manifest.txt"));
        assertThat(placeOf(translation.lineage(), "12/51[3]").segment()).isEqualTo("SGP");
    }

    @Test
    void nothingIsMadeOfAnInterchangeWithErrors() {
        byte[] cut = Fixtures.bytes("bad/truncated.edi");

        assertThatThrownBy(() -> FLAT.translate(cut, Heard.PROFILE)).isInstanceOfSatisfying(UnreadableInterchangeException.class,
                refused -> assertThat(refused.findings()).anyMatch(Finding::isError).allMatch(finding -> finding.place().offset() >= 0));
    }

    @Test
    void whatTheDialectMustSayAndTheInputDoesNotIsNamed() {
        byte[] noShip = Fixtures.bytes("edifact/cuscar_d16a_house_report.edi");

        assertThatThrownBy(() -> RELEASE.translate(noShip, Heard.PROFILE)).isInstanceOf(UnwritableDocumentException.class)
                .hasMessageContaining("release-order.ftl").hasMessageContaining("Missing: ");
    }

    @Test
    void manyThreadsTranslateAtOnce() throws Exception {
        byte[] order = Fixtures.bytes("voyage/08-release-order.edi");
        String expected = Fixtures.text("smooks/release-order.xml");
        List<Callable<String>> calls = IntStream.range(0, 64)
                .<Callable<String>>mapToObj(_ -> () -> text(RELEASE.translate(order, Heard.PROFILE))).toList();

        try (var threads = Executors.newFixedThreadPool(4)) {
            for (Future<String> result : threads.invokeAll(calls)) {
                assertThat(result.get()).isEqualTo(expected);
            }
        }
    }

    private static Place placeOf(Lineage lineage, String leaf) {
        return lineage.origins().stream().filter(origin -> origin.path().equals(leaf)).findFirst().orElseThrow().place();
    }

    private static String text(SmooksDialect.Translation translation) {
        return new String(translation.bytes(), StandardCharsets.UTF_8);
    }
}
