package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.signing.PadesVerifier;
import io.fairway.signing.Verdict.TotalPassed;
import io.fairway.usecase.evidence.HubKeys;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a gate did on paper: for whom, and what it says. */
final class GateSheets {
    private static final RunningHub HUB = RunningHub.instance();

    private GateSheets() {
    }

    /** Of a truck that was let out with one container. */
    static void areReceiptsForWhatWentThrough(String transaction, String container, String seal) throws IOException {
        String path = "/api/gates/OUT03/transactions/" + transaction;
        byte[] receipt = pdf("HUBHAUL", path + "/receipts/" + container);

        assertThat(words(receipt)).contains("Equipmentinterchangereceipt", "集装箱设备交接单", "terminaltohaulier", container, seal, "D3101", "HUBHAUL");
        assertThat(attached(receipt, "record.json")).isEqualTo(HUB.party("HUBTERM").read(path).at("/revisions/0/record"));
        assertThat(new PadesVerifier(HUB.process().context().getBean(HubKeys.class).trust()).verify(receipt, Instant.now())).isInstanceOf(TotalPassed.class);
        assertThat(pdf("HUBHAUL", path + "/receipts/" + container)).isEqualTo(receipt);
        assertThat(status("HUBHAUL", path + "/receipts/MSKU0000000")).isEqualTo(404);
        assertThat(status("OTHERTERM", path + "/receipts/" + container)).isEqualTo(404);
        assertThat(status("HUBFWD", path + "/receipts/" + container)).isEqualTo(403);
    }

    /** Of a truck that was stopped, and of its case. */
    static void sayWhyAndWhatWasTallied(String transaction, String container, String consignment) throws IOException {
        String path = "/api/gates/OUT03/transactions/" + transaction;
        byte[] slip = pdf("HUBTERM", path + "/slip");

        assertThat(words(slip)).contains("Gateslip", "闸口单", "Waitforaclerk", "等候人工处理", container, "SEAL", "封志");
        assertThat(status("HUBTERM", path + "/receipts/" + container)).isEqualTo(404);
        assertThat(words(pdf("HUBTERM", "/api/consignments/" + consignment + "/tally"))).contains("Tallysheet", "理货单", container, "yes是");
        assertThat(status("OTHERTERM", "/api/consignments/" + consignment + "/tally")).isEqualTo(404);
    }

    private static int status(String party, String path) {
        return HUB.party(party).get(path).statusCode();
    }

    private static byte[] pdf(String party, String path) {
        HttpResponse<byte[]> answer = HUB.party(party).get(path);
        assertThat(answer.statusCode()).as(TestParty.text(answer)).isEqualTo(200);
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
}
