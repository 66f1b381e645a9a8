package io.fairway.xml.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.Document;
import io.fairway.document.DocumentWriter;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.Manifest;
import io.fairway.document.ManifestConsignment;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.UnwritableDocumentException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripTest {
    private static final int DOCUMENTS = 300;
    private static final OutboundEnvelope LIVE = envelope(Environment.LIVE);

    static OutboundEnvelope envelope(Environment environment) {
        return new OutboundEnvelope("2248913101150", "EPORT", "R000001", Instant.parse("2026-03-02T01:15:00Z"), environment, Reading.ZONE);
    }

    static DocumentWriter writer(String dialect) {
        return XmlDialects.writers().stream().filter(writer -> writer.dialect().equals(dialect)).findFirst().orElseThrow();
    }

    @Test
    void aDeclarationComesBackAsItWas() {
        var samples = new DocumentSamples(1);
        for (int i = 0; i < DOCUMENTS; i++) {
            GoodsDeclaration declaration = samples.declaration();
            byte[] bytes = writer("WCO-DEC").write(declaration, LIVE);

            Reading reading = Reading.of(bytes);

            assertThat(reading.parts).as(text(bytes)).containsExactly(declaration);
            assertThat(reading.findings).isEmpty();
            assertThat(reading.envelope.orElseThrow().sender()).isEqualTo("3122480007");
            WcoSchemas.assertValid(bytes);
        }
    }

    @Test
    void aResponseComesBackAsItWas() {
        var samples = new DocumentSamples(2);
        for (int i = 0; i < DOCUMENTS; i++) {
            CustomsResponse response = samples.response();
            byte[] bytes = writer("WCO-RES").write(response, LIVE);

            Reading reading = Reading.of(bytes);

            assertThat(reading.parts).as(text(bytes)).containsExactly(response);
            assertThat(reading.verdict).contains(Verdict.CLEAN);
            WcoSchemas.assertValid(bytes);
        }
    }

    @Test
    void aManifestComesBackOneConsignmentAtATimeUnderItsMessageId() {
        var samples = new DocumentSamples(3);
        for (int i = 0; i < DOCUMENTS; i++) {
            Manifest manifest = samples.manifest();
            byte[] bytes = writer("MT1101").write(manifest, LIVE);

            Reading reading = Reading.of(bytes);

            assertThat(reading.findings).as(text(bytes)).isEmpty();
            assertThat(reading.parts).as(text(bytes)).containsExactlyElementsOf(partsOf(manifest, "2248913101150_R000001"));
        }
    }

    private static List<Document> partsOf(Manifest manifest, String reference) {
        List<Document> parts = new ArrayList<>();
        for (ManifestConsignment consignment : manifest.consignments()) {
            parts.add(new Manifest(reference, manifest.function(), manifest.issuedAt(), manifest.voyage(), manifest.carrier(),
                    manifest.agent(), manifest.portOfDeparture(), manifest.portOfArrival(), manifest.customsOffice(),
                    manifest.departedAt(), manifest.estimatedArrival(), List.of(consignment)));
        }
        return parts;
    }

    @ParameterizedTest
    @EnumSource(value = Decision.class,
            names = {"MANIFEST_ACCEPTED", "MANIFEST_REJECTED", "DO_NOT_LOAD", "AMENDMENT_GRANTED", "AMENDMENT_DENIED"})
    void aReceiptComesBackAsItWas(Decision decision) {
        var samples = new DocumentSamples(decision.ordinal());
        for (int i = 0; i < DOCUMENTS / 5; i++) {
            CustomsResponse receipt = samples.receipt(decision);
            byte[] bytes = writer("MT1101-RECEIPT").write(receipt, LIVE);

            var read = (CustomsResponse) Reading.of(bytes).parts.getFirst();

            assertThat(read).as(text(bytes)).usingRecursiveComparison().ignoringFields("reference").isEqualTo(receipt);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Decision.class,
            names = {"MANIFEST_ACCEPTED", "MANIFEST_REJECTED", "DO_NOT_LOAD", "AMENDMENT_GRANTED", "AMENDMENT_DENIED"},
            mode = EnumSource.Mode.EXCLUDE)
    void aReceiptRefusesToSayWhatIsNotAboutAManifest(Decision decision) {
        CustomsResponse receipt = new DocumentSamples(7).receipt(decision);
        DocumentWriter writer = writer("MT1101-RECEIPT");

        assertThatThrownBy(() -> writer.write(receipt, LIVE)).isInstanceOf(UnwritableDocumentException.class)
                .hasMessageStartingWith("decision: ");
    }

    @Test
    void theSameDocumentGivesTheSameBytes() {
        assertThat(writer("MT1101").write(new DocumentSamples(4).manifest(), LIVE))
                .isEqualTo(writer("MT1101").write(new DocumentSamples(4).manifest(), LIVE));
        assertThat(writer("WCO-DEC").write(new DocumentSamples(4).declaration(), LIVE))
                .isEqualTo(writer("WCO-DEC").write(new DocumentSamples(4).declaration(), LIVE));
    }

    @Test
    void aTestDocumentIsReadAsATest() {
        byte[] manifest = writer("MT1101").write(new DocumentSamples(5).manifest(), envelope(Environment.TEST));
        byte[] declaration = writer("WCO-DEC").write(new DocumentSamples(5).declaration(), envelope(Environment.TEST));
        byte[] response = writer("WCO-RES").write(new DocumentSamples(5).response(), envelope(Environment.TEST));

        WcoSchemas.assertValid(declaration);
        assertThat(List.of(manifest, declaration, response))
                .allSatisfy(bytes -> assertThat(Reading.of(bytes).envelope.orElseThrow().environment()).isEqualTo(Environment.TEST));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
