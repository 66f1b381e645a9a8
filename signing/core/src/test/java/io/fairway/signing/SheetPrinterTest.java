package io.fairway.signing;

import static io.fairway.signing.Pki.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.signing.Sheet.Attachment;
import io.fairway.signing.Sheet.Entry;
import io.fairway.signing.Sheet.Fields;
import io.fairway.signing.Sheet.Table;
import io.fairway.signing.Sheet.Words;
import io.fairway.signing.Verdict.TotalPassed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

class SheetPrinterTest {
    private static final byte[] MACHINE = "<ReleaseOrder number=\"DO-17\"/>".getBytes(StandardCharsets.UTF_8);
    private static final VisibleSeal SEAL = VisibleSeal.of(List.of("Blue Carrier 蓝色船公司", "已签章"), URI.create("https://hub.example/verify/7f3a"));

    private final Pki pki = Pki.SHARED;

    @BeforeAll
    static void readyTheJudge() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private static Sheet sheet(int containers) {
        var rows = Collections.nCopies(containers, List.of("HUBU2000016", "22G1", "released 已放行, free until the end of 9 March 2026"));
        return new Sheet(new Words("Release order", "放货单"), "DO-17", "Blue Carrier 蓝色船公司",
                Optional.of(new Words("Copy, not the original", "副本，非正本")),
                List.of(new Fields(new Words("Consignment", "货物"), List.of(
                                new Entry(new Words("Bill of lading", "提单号"), "HUBLRTM2600171"),
                                new Entry(new Words("Goods", "货名"), "Centrifugal pumps 离心泵，".repeat(20) + "X".repeat(200)))),
                        new Table(new Words("Containers", "集装箱"), List.of(new Words("Number", "箱号"), new Words("Type", "箱型"),
                                new Words("State", "状态")), rows)),
                List.of(new Attachment("release-order.xml", "application/xml", "The same for machines", MACHINE)));
    }

    private static ValidationResult judged(byte[] pdf) throws VeraPDFException, IOException {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_3_B);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_3_B, false)) {
            return validator.validate(parser);
        }
    }

    @Test
    void printsWhatAJudgeOfItsOwnTakesForArchiving() throws VeraPDFException, IOException {
        var result = judged(SheetPrinter.print(sheet(3), NOW));

        assertThat(result.getTestAssertions()).isEmpty();
        assertThat(result.isCompliant()).isTrue();
    }

    @Test
    void staysFitForArchivingWithAVisibleSealAndATimestamp() throws VeraPDFException, IOException {
        byte[] sealed = Pades.sign(SheetPrinter.print(sheet(3), NOW), pki.carrier(), Optional.of(SEAL), NOW, Optional.of(pki.timeAt(NOW)));

        assertThat(judged(sealed).getTestAssertions()).isEmpty();
        assertThat(new PadesVerifier(pki.policy()).verify(sealed, NOW)).isInstanceOf(TotalPassed.class);
    }

    @Test
    void saysEverythingInBothLanguagesOnAsManyPagesAsItTakes() throws IOException {
        try (PDDocument document = Loader.loadPDF(SheetPrinter.print(sheet(90), NOW))) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", "");
            int pages = document.getNumberOfPages();

            assertThat(pages).isGreaterThan(2);
            assertThat(text).contains("Releaseorder", "放货单", "Copy,nottheoriginal", "副本，非正本", "Billoflading", "HUBLRTM2600171", "离心泵",
                    "X".repeat(200), "DO-17" + pages + "/" + pages, "2026-03-0201:15UTC");
            assertThat(text.split("HUBU2000016", -1)).hasSize(91);
        }
    }

    @Test
    void carriesWhatMachinesRead() throws IOException {
        try (PDDocument document = Loader.loadPDF(SheetPrinter.print(sheet(1), NOW))) {
            var files = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();

            assertThat(files).containsOnlyKeys("release-order.xml");
            assertThat(files.get("release-order.xml").getEmbeddedFileUnicode().toByteArray()).isEqualTo(MACHINE);
        }
    }

    @Test
    void givesTheSameBytesForTheSameSheetAtTheSameTime() {
        assertThat(SheetPrinter.print(sheet(2), NOW)).isEqualTo(SheetPrinter.print(sheet(2), NOW))
                .isNotEqualTo(SheetPrinter.print(sheet(2), NOW.plusSeconds(1)));
    }

    @Test
    void refusesRowsThatDoNotFitTheirColumns() {
        assertThatThrownBy(() -> new Table(new Words("a", "b"), List.of(new Words("c", "d")), List.of(List.of("1", "2"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
