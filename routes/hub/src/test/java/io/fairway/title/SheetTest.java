package io.fairway.title;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.fairway.signing.PadesVerifier;
import io.fairway.signing.Verdict.TotalPassed;
import io.fairway.usecase.Digests;
import io.fairway.usecase.evidence.HubKeys;
import io.fairway.web.HttpCaller;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bills and releases on paper: for whom they are, what they say, and what anybody is told who holds one. */
@Tag("long")
class SheetTest {
    private static final String NUMBER = "HUBL0007001";
    private static final String ROOT = "ab".repeat(32);
    private static final int DOTS_PER_POINT = 5;

    @TempDir
    static Path folder;
    private static LedgerHub hub;
    private static String bill;
    private static String release;

    @BeforeAll
    static void issuesABillAndARelease() {
        assumeTrue(Files.exists(LedgerHub.CONTRACT.resolve("contract.jar")), "the contract is not packaged");
        hub = LedgerHub.start(folder).awaitLedger();
        bill = hub.right("HUBFWD", hub.act("HUBLINE", "bill.issue", "number", NUMBER, "recipient", "HUBFWD", "form", "order", "orderTo", "HUBFWD",
                "root", ROOT), 1).path("id").asText();
        hub.right("HUBLINE", hub.act("HUBFWD", "bill.surrender", "right", bill, "purpose", "delivery"), 2);
        hub.right("HUBLINE", hub.act("HUBLINE", "bill.acceptSurrender", "right", bill), 3);
        release = hub.right("HUBFWD", hub.act("HUBLINE", "release.issue", "bill", bill, "recipient", "HUBFWD", "kind", "surrender", "root", ROOT,
                "terminal", "HUBTERM", "containers", "HUBU1000005", "charges", "settled", "validFrom", "2026-01-01T00:00:00Z",
                "validUntil", "2036-01-01T00:00:00Z"), 1).path("id").asText();
    }

    @AfterAll
    static void stop() {
        if (Files.exists(LedgerHub.CONTRACT.resolve("contract.jar"))) {
            hub.close();
        }
    }

    private static HttpResponse<byte[]> sheet(String party, String path) {
        return hub.as(party).get(path + "/sheet");
    }

    private static byte[] pdf(String party, String path) {
        HttpResponse<byte[]> answer = sheet(party, path);
        assertThat(answer.statusCode()).as(LedgerHub.text(answer)).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        return answer.body();
    }

    private static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        }
    }

    private static JsonNode attached(byte[] pdf, String name) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new ObjectMapper().readTree(document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().get(name).getEmbeddedFileUnicode()
                    .toByteArray());
        }
    }

    private static HttpResponse<byte[]> asked(String sheet) {
        return HttpCaller.nobody(hub.port()).get("/sheets/" + sheet);
    }

    @Test
    void aBillComesAsACopyThatSaysSoWithWhatTheApiSaysInside() throws IOException {
        byte[] pdf = pdf("HUBFWD", "/api/bills/" + bill);

        assertThat(words(pdf)).contains("Billoflading", "提单", "Copy,nottheoriginal", "副本，非正本", NUMBER, "hubline", "Holder", "持有人");
        assertThat(attached(pdf, "bill.json")).isEqualTo(HttpCaller.json(hub.as("HUBFWD").get("/api/bills/" + bill)));
    }

    @Test
    void aReleaseComesAsAReleaseOrder() throws IOException {
        byte[] pdf = pdf("HUBFWD", "/api/releases/" + release);

        assertThat(words(pdf)).contains("Releaseorder", "放货单", "hubterm", "2036-01-01T00:00:00Z").doesNotContain("Copy,nottheoriginal");
        assertThat(attached(pdf, "release.json")).isEqualTo(HttpCaller.json(hub.as("HUBFWD").get("/api/releases/" + release)));
    }

    @Test
    void theHubsSealIsOnItAndBreaksWhenAnythingIsChanged() {
        byte[] pdf = pdf("HUBFWD", "/api/bills/" + bill);
        var verifier = new PadesVerifier(hub.part(HubKeys.class).trust());
        byte[] changed = pdf.clone();
        changed[pdf.length / 4] ^= 1;

        assertThat(verifier.verify(pdf, Instant.now())).isInstanceOf(TotalPassed.class);
        assertThat(verifier.verify(changed, Instant.now())).isNotInstanceOf(TotalPassed.class);
    }

    @Test
    void whoAsksAgainGetsTheSameBytesAndAnotherPartyItsOwn() {
        byte[] first = pdf("HUBFWD", "/api/bills/" + bill);

        assertThat(pdf("HUBFWD", "/api/bills/" + bill)).isEqualTo(first);
        assertThat(pdf("HUBLINE", "/api/bills/" + bill)).isNotEqualTo(first);
    }

    @Test
    void isNotThereForWhomTheRightDoesNotName() {
        assertThat(sheet("OTHERFWD", "/api/bills/" + bill).statusCode()).isEqualTo(404);
        assertThat(sheet("OTHERFWD", "/api/releases/" + release).statusCode()).isEqualTo(404);
        assertThat(sheet("HUBFWD", "/api/bills/" + release).statusCode()).isEqualTo(404);
        assertThat(sheet("HUBFWD", "/api/bills/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(sheet("HUBGATE", "/api/bills/" + bill).statusCode()).isEqualTo(403);
        assertThat(HttpCaller.nobody(hub.port()).get("/api/bills/" + bill + "/sheet").statusCode()).isEqualTo(401);
    }

    @Test
    void thePageBehindTheCodeKnowsTheSheetAndSaysNothingElse() throws IOException, ReaderException {
        byte[] pdf = pdf("HUBFWD", "/api/bills/" + bill);
        String address = code(pdf);

        HttpResponse<byte[]> page = asked(address.substring(address.lastIndexOf('/') + 1));

        assertThat(address).startsWith("http://127.0.0.1:" + hub.port() + "/sheets/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(LedgerHub.text(page)).contains("Issued here", "由本平台签发", "Bill of lading, copy", "提单副本")
                .doesNotContain(NUMBER, bill, "HUBFWD", "HUBLINE", "hubline", "hubfwd");
    }

    @Test
    void thePageKnowsAFileByItsDigestAndNoOther() {
        byte[] pdf = pdf("HUBFWD", "/api/releases/" + release);
        byte[] other = pdf.clone();
        other[pdf.length / 4] ^= 1;

        assertThat(LedgerHub.text(asked(Digests.of(pdf).value()))).contains("Issued here", "Release order");
        for (String unknown : new String[] {Digests.of(other).value(), UUID.randomUUID().toString(), bill, "x"}) {
            assertThat(asked(unknown).statusCode()).isEqualTo(404);
            assertThat(LedgerHub.text(asked(unknown))).contains("Not issued here", "非本平台签发");
        }
    }

    /** What the square in the seal says. Cut out, so that nothing but its own dots decides whether it is read. */
    private static String code(byte[] pdf) throws IOException, ReaderException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImage(document.getNumberOfPages() - 1, DOTS_PER_POINT);
            int side = 60 * DOTS_PER_POINT;
            int[] dots = page.getRGB(214 * DOTS_PER_POINT, page.getHeight() - 106 * DOTS_PER_POINT, side, side, null, 0, side);
            var square = new BinaryBitmap(new GlobalHistogramBinarizer(new RGBLuminanceSource(side, side, dots)));
            return new QRCodeReader().decode(square, Map.of(DecodeHintType.PURE_BARCODE, true)).getText();
        }
    }
}
