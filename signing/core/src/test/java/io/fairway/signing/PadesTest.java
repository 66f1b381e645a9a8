package io.fairway.signing;

import static io.fairway.signing.Pki.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.signing.Verdict.Indeterminate;
import io.fairway.signing.Verdict.TotalFailed;
import io.fairway.signing.Verdict.TotalPassed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PadesTest {
    private static final VisibleSeal SEAL = VisibleSeal.of(List.of("Blue Carrier 蓝色船公司", "sealed 2026-03-02 01:15 UTC 已签章"),
            URI.create("https://hub.example/verify/7f3a"));
    private final Pki pki = Pki.SHARED;

    @FunctionalInterface
    private interface Change {
        void to(PDDocument document) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void passesInEverySuiteAndHandsOutTheFileAsItWasSigned(Suite suite) throws Exception {
        byte[] signed = Pades.sign(paper(), pki.carrier(suite), Optional.empty(), NOW, Optional.empty());

        assertThat(new PadesVerifier(pki.policy(suite)).verify(signed, NOW)).isInstanceOfSatisfying(TotalPassed.class, passed -> {
            assertThat(passed.content().bytes()).isEqualTo(signed);
            assertThat(passed.signedAt()).contains(NOW);
        });
        assertThat(signed).startsWith(paper());
    }

    @Test
    void showsASealInBothLanguages() throws Exception {
        byte[] signed = Pades.sign(paper(), pki.carrier(), Optional.of(SEAL), NOW, Optional.of(pki.timeAt(NOW)));

        assertThat(new PadesVerifier(pki.policy().demandingTimestamp()).verify(signed, NOW)).isInstanceOf(TotalPassed.class);
        try (PDDocument document = Loader.loadPDF(signed)) {
            var widget = document.getSignatureFields().getFirst().getWidgets().getFirst();
            assertThat(widget.getRectangle().getWidth()).isEqualTo(SEAL.place().getWidth());
            assertThat(widget.getNormalAppearanceStream().getCOSObject().getLength()).isPositive();
        }
    }

    @Test
    void neverPassesOtherContentWhateverByteIsFlipped() throws Exception {
        byte[] signed = Pades.sign(paper(), pki.carrier(), Optional.empty(), NOW, Optional.empty());
        var verifier = new PadesVerifier(pki.policy());
        int valueStart = new String(signed, StandardCharsets.ISO_8859_1).indexOf("/Contents <");
        int valueEnd = valueStart + new String(signed, StandardCharsets.ISO_8859_1).substring(valueStart).indexOf('>');

        for (int i = 0; i < signed.length; i += i > valueStart && i < valueEnd ? 97 : 5) {
            byte[] changed = signed.clone();
            changed[i] ^= 0x01;
            boolean inValue = i > valueStart && i < valueEnd;
            if (verifier.verify(changed, NOW) instanceof TotalPassed) {
                assertThat(inValue).as("byte %d of %d", i, signed.length).isTrue();
            }
        }
    }

    @Test
    void findsWhatWasAppendedAfterSigning() throws Exception {
        byte[] signed = Pades.sign(paper(), pki.carrier(), Optional.empty(), NOW, Optional.empty());

        assertThat(fault(appended(signed, document -> {
            try (var canvas = new PDPageContentStream(document, document.getPage(0), PDPageContentStream.AppendMode.APPEND, false)) {
                canvas.addRect(10, 10, 300, 300);
                canvas.fill();
            }
            document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
        }))).isEqualTo(SignatureFault.CHANGED_AFTER_SIGNING);
        assertThat(fault(appended(signed, document -> {
            var note = new PDAnnotationText();
            note.setRectangle(new PDRectangle(1, 1, 20, 20));
            document.getPage(0).getAnnotations().add(note);
            document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
        }))).isEqualTo(SignatureFault.CHANGED_AFTER_SIGNING);
        assertThat(fault(appended(signed, document -> {
            document.addPage(new PDPage());
            document.getDocumentCatalog().getPages().getCOSObject().setNeedToBeUpdated(true);
        }))).isEqualTo(SignatureFault.CHANGED_AFTER_SIGNING);
        assertThat(fault(appended(signed, document -> {
            document.getDocumentCatalog().setLanguage("fr");
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
        }))).isEqualTo(SignatureFault.CHANGED_AFTER_SIGNING);
        assertThat(fault(Arrays.copyOf(signed, signed.length + 7))).isEqualTo(SignatureFault.CHANGED_AFTER_SIGNING);
    }

    @Test
    void findsAByteRangeThatWasMovedOrBroken() throws Exception {
        byte[] signed = Pades.sign(paper(), pki.carrier(), Optional.empty(), NOW, Optional.empty());
        String text = new String(signed, StandardCharsets.ISO_8859_1);
        String range = text.replaceFirst("(?s).*/ByteRange \\[([^\\]]*)\\].*", "$1");
        String[] numbers = range.strip().split(" ");

        for (int i = 0; i < numbers.length; i++) {
            for (int shift : new int[] {-1, 1, 10, -10, 1_000_000}) {
                String[] moved = numbers.clone();
                moved[i] = String.valueOf(Integer.parseInt(numbers[i]) + shift);
                String changed = text.replace('[' + range + ']', '[' + padded(String.join(" ", moved), range.length()) + ']');
                assertThat(fault(changed.getBytes(StandardCharsets.ISO_8859_1))).as(String.join(" ", moved)).isNotNull();
            }
        }
        assertThat(fault(text.replace("/ByteRange", "/BiteRange").getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(SignatureFault.BYTE_RANGE);
    }

    @Test
    void refusesScriptsWhetherSignedOrAppended() throws Exception {
        Change script = document -> {
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
        };
        byte[] active = saved(script);
        byte[] signed = Pades.sign(paper(), pki.carrier(), Optional.empty(), NOW, Optional.empty());

        assertThat(fault(Pades.sign(active, pki.carrier(), Optional.empty(), NOW, Optional.empty()))).isEqualTo(SignatureFault.ACTIVE_CONTENT);
        assertThat(fault(appended(signed, script))).isEqualTo(SignatureFault.ACTIVE_CONTENT);
    }

    @Test
    void refusesEncryptedUnsignedBrokenAndForeignFiles() throws Exception {
        byte[] encrypted = saved(document -> document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission())));
        byte[] locked = saved(document -> document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission())));

        assertThat(fault(encrypted)).isEqualTo(SignatureFault.ENCRYPTED);
        assertThat(fault(locked)).isEqualTo(SignatureFault.ENCRYPTED);
        assertThat(fault(paper())).isEqualTo(SignatureFault.MISSING);
        assertThat(fault("%PDF-1.7 nonsense %%EOF".getBytes(StandardCharsets.US_ASCII))).isEqualTo(SignatureFault.MALFORMED);
        assertThat(fault(new byte[0])).isEqualTo(SignatureFault.MALFORMED);
        assertThatThrownBy(() -> Pades.sign(encrypted, pki.carrier(), Optional.empty(), NOW, Optional.empty())).isInstanceOf(IOException.class);
    }

    @Test
    void refusesTheRightSignatureOfTheWrongParty() throws Exception {
        byte[] signed = Pades.sign(paper(), pki.other(), Optional.empty(), NOW, Optional.empty());

        assertThat(new PadesVerifier(pki.policy().expecting(TrustPolicy.exactly(pki.carrier().certificate()))).verify(signed, NOW))
                .isInstanceOfSatisfying(TotalFailed.class, failed -> assertThat(failed.fault()).isEqualTo(SignatureFault.WRONG_PARTY));
    }

    @Test
    void verifiesNineYearsOnAndLongerWhenRenewed() throws Exception {
        byte[] stamped = Pades.sign(paper(), pki.carrier(), Optional.of(SEAL), NOW, Optional.of(pki.timeAt(NOW.plusSeconds(5))));
        byte[] material = PadesLevels.withValidationMaterial(stamped, pki.chainCertificates(), List.of(pki.list(NOW.plusSeconds(60), Map.of()),
                pki.list(NOW.plusSeconds(9 * 365 * 86_400L - 60), Map.of())));
        byte[] archived = PadesLevels.archive(material, NOW.plusSeconds(120), pki.timeAt(NOW.plusSeconds(120)));
        Instant nineYearsOn = NOW.plusSeconds(9 * 365 * 86_400L);
        byte[] renewed = PadesLevels.archive(archived, nineYearsOn, pki.laterTimeAt(nineYearsOn));
        Instant fifteenYearsOn = NOW.plusSeconds(15 * 365 * 86_400L);

        assertThat(new PadesVerifier(pki.policy().demandingTimestamp().demandingRevocation()).verify(archived, nineYearsOn))
                .isInstanceOfSatisfying(TotalPassed.class, passed -> {
                    assertThat(passed.provenAt()).isEqualTo(NOW.plusSeconds(5));
                    assertThat(passed.content().bytes()).isEqualTo(stamped);
                });
        assertThat(new PadesVerifier(pki.policy()).verify(renewed, fifteenYearsOn)).isInstanceOf(TotalPassed.class);
        assertThat(new PadesVerifier(pki.policy()).verify(archived, fifteenYearsOn)).isInstanceOf(Indeterminate.class);
    }

    private static String padded(String text, int length) {
        return text + " ".repeat(Math.max(0, length - text.length()));
    }

    private static byte[] paper() throws IOException {
        return saved(document -> { });
    }

    private static byte[] saved(Change change) throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var canvas = new PDPageContentStream(document, page)) {
                Typeface.in(document).show(canvas, "Release order 放货单 MSKU1234565", 12, 60, 760);
            }
            document.setDocumentId(1L);
            change.to(document);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] appended(byte[] signed, Change change) throws IOException {
        try (PDDocument document = Loader.loadPDF(signed)) {
            change.to(document);
            var out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    private SignatureFault fault(byte[] pdf) {
        return switch (new PadesVerifier(pki.policy()).verify(pdf, NOW)) {
            case TotalPassed passed -> throw new AssertionError("passed");
            case TotalFailed failed -> failed.fault();
            case Indeterminate open -> open.fault();
        };
    }
}
