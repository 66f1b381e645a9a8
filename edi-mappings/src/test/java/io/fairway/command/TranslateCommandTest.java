package io.fairway.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.fixture.Fixtures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslateCommandTest {
    @TempDir
    private Path folder;

    private String file(String fixture) {
        return Called.file(folder, fixture.substring(fixture.lastIndexOf('/') + 1), Fixtures.bytes(fixture)).toString();
    }

    @Test
    void writesADeclarationInTheFormOfTheWorldCustomsOrganization() {
        var called = Called.with("translate", file("edifact/cusdec_d96b_import.edi"), "--to", "wco-xml");

        assertThat(called.exitCode()).isZero();
        assertThat(called.out()).contains("<").contains("HUBLRTM2600171");
    }

    @Test
    void writesAllBillsOfAManifestAsOneDocumentThatReadsBack() {
        var xml = Called.with("translate", file("edifact/cuscar_d95b_import_cargo_report.edi"), "--to", "cn-manifest-xml");
        var back = Called.with(xml.out().getBytes(StandardCharsets.UTF_8), "translate", "-", "--to", "CUSCAR:D:95B:UN");

        assertThat(xml.exitCode()).isZero();
        assertThat(xml.out()).contains("HUBLRTM2600171", "HUBLRTM2600172").containsOnlyOnce("<Head>");
        assertThat(back.exitCode()).isZero();
        assertThat(back.out()).contains("RFF+BM:HUBLRTM2600171'", "RFF+BM:HUBLRTM2600172'").containsOnlyOnce("UNB+");
    }

    @Test
    void tellsWhereEachValueCameFromAndWhatWasLost() {
        var called = Called.with("translate", file("edifact/cuscar_d95b_import_cargo_report.edi"), "--to", "json", "--lineage");

        assertThat(called.err()).contains("<-  consignments[0].bill  <-  RFF (segment 23), element 1, component 2, byte 567",
                "<-  consignments[1].bill  <-  RFF (segment 40)").contains("lost  ");
    }

    @Test
    void tellsWhatIsWrongAndTranslatesNothingOfIt() {
        var called = Called.with("translate", file("bad/container-check-digit.edi"), "--to", "json");

        assertThat(called.exitCode()).isOne();
        assertThat(called.out()).isEmpty();
        assertThat(called.err()).contains("error CONTAINER_CHECK_DIGIT line 13, column 8").contains("was not translated");
    }

    @Test
    void saysWhenTheDialectHasNoFormForTheDocument() {
        var called = Called.with("translate", file("edifact/coreor_d00b_release_order.edi"), "--to", "wco-xml");

        assertThat(called.exitCode()).isOne();
        assertThat(called.err()).contains("wco-xml has no form for a ContainerReleaseOrder");
    }

    @Test
    void endsWithTwoWhenThereIsNothingToRead() {
        assertThat(Called.with("translate", file("bad/not-edifact.bin"), "--to", "json").exitCode()).isEqualTo(2);
        assertThat(Called.with("translate", folder.resolve("nowhere").toString(), "--to", "json").exitCode()).isEqualTo(2);
    }

    @Test
    void refusesADialectItDoesNotKnow() {
        assertThat(Called.with("translate", "x", "--to", "klingon").exitCode()).isEqualTo(64);
        assertThat(Called.with("translate", "x", "--to", "klingon").err()).contains("dialects are edifact, json, dcsa-json, wco-xml");
        assertThat(Called.with("translate", "x").exitCode()).isEqualTo(64);
        assertThat(Called.with("translate", "x", "y", "--to", "json").exitCode()).isEqualTo(64);
    }
}
