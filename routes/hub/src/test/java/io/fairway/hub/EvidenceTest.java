package io.fairway.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairway.fixture.Fixtures;
import io.fairway.fixture.Shipment;
import io.fairway.fixture.Voyages;
import io.fairway.signing.Certificates;
import io.fairway.signing.TrustPolicy;
import io.fairway.signing.evidence.EvidenceVerdict;
import io.fairway.signing.evidence.EvidenceVerdict.Outcome;
import io.fairway.signing.evidence.EvidenceVerdict.Part;
import io.fairway.signing.evidence.EvidenceVerifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The evidence of a case, as each party may have it. */
class EvidenceTest {
    private static final RunningHub HUB = RunningHub.instance();
    private static final Shipment SHIPMENT = Shipment.of(HUB.freshSeed(), 0);
    private static final TestParty LINE = HUB.party("HUBLINE");
    private static final TestParty FORWARDER = HUB.party("HUBFWD");
    private static final TestParty TERMINAL = HUB.party("HUBTERM");
    private static byte[] manifest = new byte[0];
    private static String interchange = "";
    private static String consignment = "";

    @BeforeAll
    static void aBillIsDeclaredAndReleased() {
        manifest = Voyages.cuscar(List.of(SHIPMENT), "V" + HUB.freshSeed());
        interchange = LINE.submitAccepted(manifest).at("/interchange/id").asText();
        FORWARDER.submitAccepted(Voyages.cusdec(SHIPMENT, "W" + HUB.freshSeed()));
        LINE.submitAccepted(Voyages.coreor(SHIPMENT, "X" + HUB.freshSeed()));
        consignment = LINE.consignment(SHIPMENT.bill()).at("/consignment/id").asText();
        await().atMost(Duration.ofMinutes(1)).until(() -> LINE.list("/api/interchanges/" + interchange + "/deliveries").stream()
                .anyMatch(told -> told.path("state").asText().equals("delivered")));
        await().until(() -> TERMINAL.list("/api/consignments?bill=" + SHIPMENT.bill()).size() == 1);
    }

    @Test
    void standsWithoutTheHubAndNamesEveryPart() throws Exception {
        EvidenceVerdict verdict = verified(evidence(LINE, "consignments/" + consignment));

        assertThat(verdict.indication()).as(verdict.parts().toString()).isEqualTo("TOTAL-PASSED");
        assertThat(verdict.files().keySet()).contains("case.json", "timeline.json", "index.txt", "index.zh.txt", "trust/roots.pem",
                "received/" + interchange + "/interchange.json", "received/" + interchange + "/lineage.json");
        assertThat(holdsTheManifest(verdict.files())).isTrue();
        assertThat(text(verdict, "index.txt")).startsWith("Evidence of bill " + SHIPMENT.bill()).contains("byte for byte");
        assertThat(text(verdict, "index.zh.txt")).startsWith("提单 " + SHIPMENT.bill());
    }

    @Test
    void holdsForWhoWasToldTheBytesOnTheWireAndTheirSeal() throws Exception {
        List<JsonNode> told = TERMINAL.list("/api/interchanges?direction=sent");
        assertThat(told).isNotEmpty();
        await().atMost(Duration.ofMinutes(1)).until(() -> verified(evidence(TERMINAL, "consignments/" + consignment)).files().keySet().stream()
                .anyMatch(path -> path.endsWith("image.edi.p7s")));

        EvidenceVerdict verdict = verified(evidence(TERMINAL, "consignments/" + consignment));

        Part image = verdict.parts().stream().filter(part -> part.path().endsWith("image.edi")).findFirst().orElseThrow();
        assertThat(image.outcome()).isEqualTo(Outcome.GOOD);
        assertThat(image.checked()).contains("signed by CN=Fairway development seal");
    }

    @Test
    void givesTheSameFilesForTheSameCase() throws Exception {
        Map<String, byte[]> first = verified(evidence(FORWARDER, "consignments/" + consignment)).files();
        Map<String, byte[]> second = verified(evidence(FORWARDER, "consignments/" + consignment)).files();

        assertThat(second.keySet()).isEqualTo(first.keySet());
        first.forEach((path, bytes) -> assertThat(second.get(path)).as(path).isEqualTo(bytes));
    }

    @Test
    void holdsNothingThatTheAskingPartyMayNotSee() throws Exception {
        Map<String, byte[]> ofForwarder = verified(evidence(FORWARDER, "consignments/" + consignment)).files();
        Map<String, byte[]> ofTerminal = verified(evidence(TERMINAL, "consignments/" + consignment)).files();

        assertThat(holdsTheManifest(ofForwarder)).isFalse();
        assertThat(ofForwarder.keySet()).noneMatch(path -> path.contains(interchange));
        assertThat(ofTerminal.keySet()).noneMatch(path -> path.startsWith("received/"));
        assertThat(new ObjectMapper().readTree(ofTerminal.get("case.json")).path("declarations")).isEmpty();
    }

    @Test
    void holdsTheSupportingDocumentsForWhoMaySeeTheDeclaration() throws Exception {
        byte[] invoice = Fixtures.bytes("voyage/invoice-NZP-26-0311.pdf");
        String lrn = FORWARDER.consignment(SHIPMENT.bill()).at("/declarations/0/lrn").asText();
        assertThat(FORWARDER.http().post("/api/attachments?name=invoice.pdf&type=380&number=NZP-1&lrn=" + lrn, "application/pdf", invoice)
                .statusCode()).isEqualTo(201);

        EvidenceVerdict verdict = verified(evidence(FORWARDER, "consignments/" + consignment));

        assertThat(verdict.indication()).as(verdict.parts().toString()).isEqualTo("TOTAL-PASSED");
        JsonNode given = new ObjectMapper().readTree(verdict.files().get("attachments.json")).get(0);
        assertThat(given.path("name").asText() + given.path("lrn").asText()).isEqualTo("invoice.pdf" + lrn);
        assertThat(verdict.files().get(given.path("file").asText())).isEqualTo(invoice);
        assertThat(verified(evidence(LINE, "consignments/" + consignment)).files().keySet()).noneMatch(path -> path.startsWith("attachments"));
    }

    @Test
    void isGivenForAnInterchangeTooAndToNobodyElse() throws Exception {
        EvidenceVerdict verdict = verified(evidence(LINE, "interchanges/" + interchange));

        assertThat(verdict.indication()).isEqualTo("TOTAL-PASSED");
        assertThat(holdsTheManifest(verdict.files())).isTrue();
        for (String path : List.of("interchanges/" + interchange, "consignments/" + consignment, "consignments/" + UUID.randomUUID())) {
            assertThat(HUB.party("OTHERLINE").get("/api/" + path + "/evidence").statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void leavesNothingOnTheDisk() {
        evidence(LINE, "consignments/" + consignment);

        await().until(() -> List.of(HUB.process().home().resolve("spool").toFile().list()).isEmpty());
    }

    private static boolean holdsTheManifest(Map<String, byte[]> files) {
        return files.values().stream().anyMatch(bytes -> Arrays.equals(bytes, manifest));
    }

    static byte[] evidence(TestParty party, String of) {
        var answer = party.get("/api/" + of + "/evidence");
        assertThat(answer.statusCode()).as(TestParty.text(answer)).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/vnd.etsi.asic-e+zip");
        return answer.body();
    }

    static EvidenceVerdict verified(byte[] container) throws Exception {
        var roots = Set.copyOf(Certificates.fromPem(Files.readAllBytes(HUB.process().home().resolve("keys/trust/roots.pem"))));
        return new EvidenceVerifier(TrustPolicy.of(roots).withTimestampers(roots)).verify(container, Instant.now().plusSeconds(1));
    }

    private static String text(EvidenceVerdict verdict, String path) {
        return new String(verdict.files().get(path), StandardCharsets.UTF_8);
    }
}
