package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairway.fixture.Fixtures;
import io.fairway.fixture.Shipment;
import io.fairway.signing.DevelopmentAuthority;
import io.fairway.signing.DevelopmentAuthority.Purpose;
import io.fairway.signing.Jws;
import io.fairway.signing.KeyFile;
import io.fairway.signing.Pades;
import io.fairway.signing.SigningKey;
import io.fairway.signing.Suite;
import io.fairway.signing.Xades;
import io.fairway.web.HttpCaller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The forms in which a bank is shown a bill: JSON as it was lodged and signed, eBL JSON, XML, PDF; unaltered, reworded, and tampered with. */
@Tag("long")
class PresentedFormsTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final Shipment SHIPMENT = Shipment.of(HUB.freshSeed(), 0);
    private static final byte[] MANIFEST = manifest();
    private static SigningKey key;
    private static String grant = "";

    @BeforeAll
    static void aManifestWasLodgedAsJson() throws Exception {
        Path keys = HUB.process().home().resolve("keys");
        char[] password = Files.readString(keys.resolve("seal.password")).toCharArray();
        var authority = DevelopmentAuthority.of(new KeyFile(keys.resolve("authority.p12"), password).open().getFirst());
        key = authority.issue("CN=Hub Line", Suite.ECDSA_P256_SHA256, Purpose.SIGNING, Instant.now().minusSeconds(60), Period.ofYears(1));
        JsonNode lodged = HttpCaller.json(HUB.party("HUBLINE").http().post("/api/transmissions", "application/json", MANIFEST, "Prefer", "wait=20"));
        assertThat(lodged.at("/interchanges/0/interchange/verdict").asText()).as(lodged.toPrettyString()).isEqualTo("accepted");
        grant = HUB.party("HUBLINE").create("/api/grants", Map.of("party", "HUBBANK", "consignment",
                HUB.party("HUBLINE").consignment(SHIPMENT.bill()).at("/consignment/id").asText(), "validUntil",
                Instant.now().plus(Duration.ofDays(90)).toString())).path("id").asText();
    }

    /** The example of the documentation with one bill, of this test. */
    private static byte[] manifest() {
        String text = new String(Fixtures.bytes("json/manifest.json"), StandardCharsets.UTF_8);
        return text.replace("HUBLRTM2600171", SHIPMENT.bill()).replace("HUBLRTM2600172", Shipment.of(HUB.freshSeed(), 1).bill())
                .replace("HUBU2000016", SHIPMENT.container()).replace("J0001", "PF" + HUB.freshSeed()).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> verified(byte[] file) {
        HttpResponse<byte[]> answer = HUB.party("HUBBANK.bo").http().post("/api/verifications?grant=" + grant, "application/octet-stream", file);
        assertThat(answer.statusCode()).as(TestParty.text(answer)).isEqualTo(201);
        Map<String, String> results = new TreeMap<>();
        HttpCaller.json(answer).path("checks").forEach(check -> {
            results.put(check.path("check").asText(), check.path("result").asText());
            assertThat(check.at("/text/en").asText()).as("never a bare verdict").isNotEmpty();
        });
        return results;
    }

    private static byte[] flipped(byte[] file, int place) {
        byte[] other = file.clone();
        other[place] ^= 1;
        return other;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theJsonThatWasLodgedMatchesInEveryCheckOfItsContent() {
        assertThat(verified(MANIFEST)).containsAllEntriesOf(Map.of("document-unaltered", "MATCH", "parties", "MATCH", "ports", "MATCH", "goods", "MATCH",
                "quantity", "MATCH", "vessel", "MATCH", "signature", "NOT_AVAILABLE"));
    }

    @Test
    void otherSpacesCaseAndPunctuationAreAnotherFileOfTheSameTrade() {
        byte[] reworded = text(new String(MANIFEST, StandardCharsets.UTF_8).replace("  ", "\t").replace("NOORDZEE PUMPS BV", "Noordzee  Pumps, B.V.")
                .replace("SHANGHAI BLUE CRANE TRADING CO LTD", "Shanghai Blue Crane Trading Co., Ltd."));

        assertThat(verified(reworded)).containsAllEntriesOf(Map.of("document-unaltered", "MISMATCH", "parties", "MATCH", "quantity", "MATCH"));
    }

    @Test
    void aFigureChangedIsFound() {
        byte[] altered = text(new String(MANIFEST, StandardCharsets.UTF_8).replace("12450.0", "22450.0"));

        assertThat(verified(altered)).containsAllEntriesOf(Map.of("document-unaltered", "MISMATCH", "quantity", "MISMATCH", "parties", "MATCH"));
    }

    @Test
    void aSignedJsonIsReadFromWithinItsSignature() {
        byte[] signed = Jws.sign(MANIFEST, key, Jws.Naming.CHAIN, Instant.now()).getBytes(StandardCharsets.US_ASCII);
        int payload = new String(signed, StandardCharsets.US_ASCII).indexOf('.') + 40;

        assertThat(verified(signed)).containsAllEntriesOf(Map.of("signature", "MATCH", "parties", "MATCH", "quantity", "MATCH", "goods", "MATCH"));
        assertThat(verified(flipped(signed, payload))).containsEntry("signature", "MISMATCH")
                .doesNotContainEntry("document-unaltered", "MATCH").doesNotContainEntry("parties", "MATCH");
    }

    @Test
    void aSignedXmlIsCheckedAsOneAndAChangedOneIsFound() {
        String manifest = new String(Fixtures.bytes("xml/MT1101_original_manifest.xml"), StandardCharsets.UTF_8);
        byte[] signed = Xades.signEnveloped(text(manifest), key, Instant.now());
        String changed = new String(signed, StandardCharsets.UTF_8).replaceFirst("<Name>[^<]", "<Name>#");

        assertThat(verified(signed)).containsAllEntriesOf(Map.of("signature", "MATCH", "document-unaltered", "NOT_AVAILABLE"));
        assertThat(verified(text(changed))).containsEntry("signature", "MISMATCH");
        assertThat(verified(text(manifest))).containsEntry("signature", "NOT_AVAILABLE");
    }

    @Test
    void anEblOfAnotherBillAgreesInNothing() {
        assertThat(verified(Fixtures.bytes("json/dcsa-transport-document.json"))).containsEntry("signature", "NOT_AVAILABLE")
                .doesNotContainEntry("document-unaltered", "MATCH").doesNotContainEntry("parties", "MATCH").doesNotContainEntry("quantity", "MATCH");
    }

    @Test
    void aSealedPdfIsCheckedAsOneAndNothingIsReadIntoIt() throws IOException {
        byte[] signed = Pades.sign(pdf(), key, Optional.empty(), Instant.now(), Optional.empty());

        assertThat(verified(signed)).containsAllEntriesOf(Map.of("signature", "MATCH", "document-unaltered", "NOT_AVAILABLE", "parties", "NOT_AVAILABLE"));
        assertThat(verified(flipped(signed, 12))).doesNotContainEntry("signature", "MATCH");
        assertThat(verified(pdf())).containsAllEntriesOf(Map.of("signature", "NOT_AVAILABLE", "document-unaltered", "NOT_AVAILABLE"));
    }

    private static byte[] pdf() throws IOException {
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        }
    }
}
