package io.fairway.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.document.Document;
import io.fairway.document.DocumentReader;
import io.fairway.document.DocumentWriter;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.OutboundEnvelope;
import io.fairway.fixture.Fixtures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectsTest {
    private static final OutboundEnvelope ENVELOPE = new OutboundEnvelope("HUBL", "FAIRWAY", "R000001",
            Instant.parse("2026-03-02T01:15:00Z"), Environment.LIVE, Heard.ZONE);

    private final Dialects dialects = Dialects.builtIn();

    @ParameterizedTest
    @CsvSource({
        "voyage/01-manifest.edi, cn-manifest-xml, MT1101", "voyage/01-manifest.edi, edifact, CUSCAR:D:95B:UN",
        "voyage/01-manifest.edi, json, json", "voyage/05-declaration.edi, wco-xml, WCO-DEC",
        "voyage/05-declaration.edi, edifact, CUSDEC:D:96B:UN", "voyage/07-discharge-report.edi, edifact, COARRI:D:95B:UN:SMDG14",
        "voyage/09-gate-out.edi, edifact, CODECO:D:95B:UN:ITG14", "xml/WCO_RES_DMS_release.xml, edifact, CUSRES:D:96B:UN",
        "voyage/08-release-order.edi, edifact, COREOR:D:00B:UN:SMDG20"})
    void aDocumentReadInOneDialectIsWrittenInTheUsualFormOfAnother(String fixture, String to, String form) {
        byte[] bytes = Fixtures.bytes(fixture);
        DocumentReader reader = dialects.readerOf(bytes).orElseThrow();
        Document document = Heard.of(reader, bytes).parts.getFirst();

        DocumentWriter writer = dialects.writerOf(to, document).orElseThrow();

        assertThat(writer.dialect()).isEqualTo(form);
        byte[] written = writer.write(document, ENVELOPE);
        Heard back = Heard.of(dialects.readerOf(written).orElseThrow(), written);
        assertThat(back.findings).noneMatch(finding -> finding.isError());
        assertThat(back.parts).hasSize(1).hasOnlyElementsOfType(document.getClass());
    }

    @Test
    void aFormIsAskedForByItsOwnName() {
        byte[] bytes = Fixtures.bytes("voyage/01-manifest.edi");
        Document manifest = Heard.of(dialects.readerOf(bytes).orElseThrow(), bytes).parts.getFirst();

        assertThat(dialects.writerOf("CUSCAR:D:16A:UN", manifest)).map(DocumentWriter::mediaType).contains("application/edifact");
        assertThat(dialects.writerOf("wco-xml", manifest)).isEmpty();
        assertThat(dialects.writerOf("klingon", manifest)).isEmpty();
    }

    @Test
    void aNameIsTakenOnce() {
        var doubled = new Dialect("edifact", List.of(), _ -> Optional.empty());

        assertThatThrownBy(() -> dialects.and(List.of(doubled))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("edifact");
    }

    @Test
    void bytesInNoDialectHaveNoReader() {
        assertThat(dialects.readerOf(Fixtures.bytes("bad/not-edifact.bin"))).isEmpty();
        assertThat(dialects.readerOf(new byte[0])).isEmpty();
    }
}
