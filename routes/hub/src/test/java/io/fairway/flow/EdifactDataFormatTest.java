package io.fairway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.document.Envelope.Environment;
import io.fairway.document.Manifest;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.finding.Finding;
import io.fairway.fixture.Fixtures;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine in a route, by the name of its data format. */
class EdifactDataFormatTest {
    private static final OutboundEnvelope ENVELOPE = new OutboundEnvelope("HUBLINE", "CNCUSTOMS", "DF0001",
            Instant.parse("2026-03-02T09:15:00Z"), Environment.LIVE, ZoneOffset.UTC);

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private ProducerTemplate template;

    @BeforeEach
    void startsTheRoutes() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:read").unmarshal().custom(EdifactDataFormat.NAME);
                from("direct:write").marshal().custom(EdifactDataFormat.NAME);
            }
        });
        camel.start();
        template = camel.createProducerTemplate();
    }

    @AfterEach
    void stopsThem() {
        camel.stop();
    }

    @Test
    void readsBytesIntoDocuments() {
        var read = read(Fixtures.bytes("edifact/cuscar_d95b_import_cargo_report.edi"));

        assertThat(read).hasSize(1);
        assertThat(read.getFirst().verdict()).isEqualTo(Verdict.CLEAN);
        assertThat(read.getFirst().envelope().orElseThrow().reference()).isEqualTo("CR0001");
        assertThat(read.getFirst().messages().getFirst().parts()).hasSize(2).allMatch(part -> part.document() instanceof Manifest);
    }

    @Test
    void readsSeveralInterchangesAndWhatIsNone() {
        assertThat(read(Fixtures.bytes("edifact/faulty/two-interchanges.edi"))).hasSize(2);

        var nothing = read(Fixtures.bytes("bad/not-edifact.txt"));
        assertThat(nothing).hasSize(1);
        assertThat(nothing.getFirst().envelope()).isEmpty();
        assertThat(nothing.getFirst().findings()).extracting(Finding::code).containsExactly("NOT_EDIFACT");
    }

    @Test
    void givesNoDocumentsOfAMessageWithErrors() {
        var read = read(Fixtures.bytes("bad/missing-bgm.edi"));

        assertThat(read.getFirst().messages()).hasSize(1);
        assertThat(read.getFirst().messages().getFirst().verdict()).isEqualTo(Verdict.SYNTAX_ERRORS);
        assertThat(read.getFirst().messages().getFirst().parts()).isEmpty();
    }

    @Test
    void writesADocumentThatItReadsAgain() {
        var manifest = read(Fixtures.bytes("edifact/cuscar_d95b_import_cargo_report.edi")).getFirst().messages().getFirst().parts().getFirst()
                .document();

        var written = template.requestBody("direct:write", new AddressedDocument(manifest, ENVELOPE, "CUSCAR:D:95B:UN"), byte[].class);

        assertThat(read(written).getFirst().messages().getFirst().parts().getFirst().document()).isEqualTo(manifest);
    }

    @Test
    void refusesADialectThatItDoesNotHaveAndABodyThatIsNoDocument() {
        var manifest = read(Fixtures.bytes("edifact/cuscar_d95b_import_cargo_report.edi")).getFirst().messages().getFirst().parts().getFirst()
                .document();

        assertThatThrownBy(() -> template.requestBody("direct:write", new AddressedDocument(manifest, ENVELOPE, "CUSCAR:D:11Z:UN")))
                .isInstanceOf(CamelExecutionException.class).hasCauseInstanceOf(UnwritableDocumentException.class);
        assertThatThrownBy(() -> template.requestBody("direct:write", "text")).isInstanceOf(CamelExecutionException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    private List<ReadInterchange> read(byte[] bytes) {
        return ((List<?>) template.requestBody("direct:read", bytes)).stream().map(ReadInterchange.class::cast).toList();
    }
}
