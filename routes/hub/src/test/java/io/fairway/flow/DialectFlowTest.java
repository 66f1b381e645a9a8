package io.fairway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.dialect.Dialects;
import io.fairway.document.Document;
import io.fairway.document.DocumentWriter;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.ReadingProfile;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.edifact.mapping.EdifactDocuments;
import io.fairway.fixture.Fixtures;
import io.fairway.smooks.SmooksDialect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counterparts' own dialects in routes, through camel-smooks. */
class DialectFlowTest {
    private static final OutboundEnvelope ENVELOPE = new OutboundEnvelope("HUB", "HUBTERM", "DR0001", Instant.parse("2026-03-05T09:00:00Z"),
            Environment.LIVE, ZoneOffset.UTC);
    private static final DocumentWriter DIRECT = Dialects.builtIn().writers().stream()
            .filter(writer -> writer.dialect().equals("terminal-release-xml")).findFirst().orElseThrow();

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private DocumentWriter routed;

    @BeforeEach
    void startTheRoutes() throws Exception {
        List<SmooksDialect> dialects = SmooksDialect.shipped();
        camel.addComponent(DialectComponent.SCHEME, new DialectComponent(dialects));
        camel.addRoutes(new DialectFlow(dialects));
        camel.start();
        routed = new DialectRoutes(dialects, camel.createProducerTemplate()).routed(DIRECT);
    }

    @AfterEach
    void stopThem() {
        camel.stop();
    }

    @Test
    void theRouteWritesWhatTheDialectWritesByItself() throws IOException {
        byte[] written = routed.write(releaseOrder(), ENVELOPE);

        assertThat(new String(written, StandardCharsets.UTF_8)).contains("<Container number=\"HUBU2000016\"");
        assertThat(written).isEqualTo(DIRECT.write(releaseOrder(), ENVELOPE));
    }

    @Test
    void aRouteThatWasStoppedIsTheSameDialectAgain() throws Exception {
        camel.getRouteController().stopRoute("dialect-terminal-release-xml");
        camel.getEndpoint("smooks:terminal-release-xml").stop();
        camel.getEndpoint("smooks:terminal-release-xml").start();
        camel.getRouteController().startRoute("dialect-terminal-release-xml");

        assertThat(routed.write(releaseOrder(), ENVELOPE)).isEqualTo(DIRECT.write(releaseOrder(), ENVELOPE));
    }

    @Test
    void whatTheDialectCannotSayIsRefusedByNameAndNotAsAFailureOfTheRoute() {
        assertThatThrownBy(() -> routed.write(read("voyage/01-manifest.edi"), ENVELOPE)).isInstanceOf(UnwritableDocumentException.class);
    }

    @Test
    void writersOfOtherDialectsAreLeftAsTheyAre() {
        DocumentWriter plain = Dialects.builtIn().writers().getFirst();

        assertThat(new DialectRoutes(SmooksDialect.shipped(), camel.createProducerTemplate()).routed(plain)).isSameAs(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smooks:fixtures/smooks/hostile/reader-class.xml", "smooks:file:/etc/hostname", "smooks:http://127.0.0.1/smooks.xml",
        "smooks:terminal-release-xml?allowExecutionContextFromHeader=true", "smooks:terminal-release-xml?reportPath=report.html"})
    void noConfigurationByItsAddressAndNoOptionIsTaken(String uri) {
        assertThatThrownBy(() -> camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:hostile").to(uri);
            }
        })).isInstanceOf(FailedToCreateRouteException.class).hasCauseInstanceOf(ResolveEndpointFailedException.class);
    }

    private static Document releaseOrder() throws IOException {
        return read("voyage/08-release-order.edi");
    }

    private static Document read(String fixture) throws IOException {
        var collecting = new CollectedInterchanges();
        new EdifactDocuments().read(new ByteArrayInputStream(Fixtures.bytes(fixture)),
                new ReadingProfile(ZoneOffset.UTC, Optional.empty(), Map.of()), collecting);
        return collecting.all().getFirst().messages().getFirst().parts().getFirst().document();
    }
}
