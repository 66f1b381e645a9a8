package io.fairway.json.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.dialect.Heard;
import io.fairway.document.Document;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.Manifest;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.finding.Finding;
import io.fairway.fixture.Fixtures;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OwnFormTest {
    private static final int DOCUMENTS = 200;
    private static final OutboundEnvelope ENVELOPE = new OutboundEnvelope("HUBL", "FAIRWAY", "R000001",
            Instant.parse("2026-03-02T01:15:00Z"), Environment.TEST, Heard.ZONE);

    private final OwnFormWriter writer = new OwnFormWriter();

    static Stream<String> kinds() {
        return OwnForm.KINDS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindOfDocumentComesBackAsItWas(String kind) {
        var generated = new GeneratedDocuments(kind.hashCode());
        for (int i = 0; i < DOCUMENTS; i++) {
            Document document = generated.document(OwnForm.KINDS.get(kind));
            byte[] bytes = writer.write(document, ENVELOPE);

            Heard heard = Heard.of(new JsonDocuments(), bytes);

            assertThat(heard.findings).as(new String(bytes, StandardCharsets.UTF_8)).isEmpty();
            assertThat(heard.parts).hasSize(document instanceof Manifest manifest ? Math.max(1, manifest.consignments().size()) : 1);
            if (heard.parts.size() == 1) {
                assertThat(heard.parts).containsExactly(document);
            }
            assertThat(heard.verdicts).containsExactly(Verdict.CLEAN);
        }
    }

    @Test
    void anEnvelopeTellsReferencePartiesAndEnvironment() {
        Heard heard = read("json/manifest.json");

        assertThat(heard.envelopes).singleElement().satisfies(envelope -> {
            assertThat(envelope.reference()).isEqualTo("J0001");
            assertThat(envelope.sender()).isEqualTo("HUBL");
            assertThat(envelope.environment()).isEqualTo(Environment.LIVE);
        });
        assertThat(heard.messages.getFirst().type()).isEqualTo("JSON:Manifest");
    }

    @Test
    void aManifestIsToldBillByBillEachWithItsOwnLineage() {
        Heard heard = read("json/manifest.json");

        assertThat(heard.findings).isEmpty();
        assertThat(heard.parts).hasSize(2).allSatisfy(part -> assertThat(((Manifest) part).consignments()).hasSize(1));
        assertThat(heard.lineages.get(1).origins()).anySatisfy(origin -> {
            assertThat(origin.path()).isEqualTo("consignments[0].bill");
            assertThat(origin.place().segment()).isEqualTo("/documents/0/consignments/1/bill");
            assertThat(origin.place().offset()).isPositive();
            assertThat(origin.place().line()).isGreaterThan(20);
        });
    }

    @Test
    void everyFaultOfADocumentIsToldWithPointerAndLine() {
        Heard heard = read("json/faulty-manifest.json");

        assertThat(heard.codes()).containsExactlyInAnyOrder("IMO_CHECK_DIGIT", "VALUE_KIND", "CODE_UNKNOWN", "DATE_IMPOSSIBLE",
                "VALUE_MISSING", "MEMBER_UNKNOWN", "CONTAINER_CHECK_DIGIT");
        Finding ship = heard.findings.stream().filter(finding -> finding.code().equals("IMO_CHECK_DIGIT")).findFirst().orElseThrow();
        assertThat(ship.place().segment()).isEqualTo("/documents/0/voyage/ship");
        assertThat(ship.place().line()).isEqualTo(9);
        assertThat(ship.fix().orElseThrow().value()).isEqualTo("9745677");
        assertThat(heard.parts).isEmpty();
        assertThat(heard.interchangeVerdicts).containsExactly(Verdict.CONTENT_ERRORS);
    }

    @Test
    void whatTheFormDoesNotHaveIsALossAndNoFault() {
        Heard heard = read("json/unknown-member.json");

        assertThat(heard.codes()).containsExactly("MEMBER_UNKNOWN");
        assertThat(heard.verdicts).containsExactly(Verdict.CLEAN);
        assertThat(heard.lineages.getFirst().unused()).singleElement().satisfies(loss -> {
            assertThat(loss.value()).isEqualTo("blue");
            assertThat(loss.place().segment()).isEqualTo("/documents/0/colour");
        });
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNoDocumentOfOursIsOneFinding(String fixture, String code) {
        Heard heard = read(fixture);

        assertThat(heard.codes()).containsExactly(code);
        assertThat(heard.parts).isEmpty();
    }

    static Stream<Arguments> refused() {
        return Stream.of(arguments("json/bad/doubled-member.json", "JSON_MEMBER_DOUBLED"), arguments("json/bad/cut-off.json", "JSON_NOT_WELL_FORMED"),
                arguments("json/bad/too-deep.json", "JSON_LIMIT"), arguments("json/bad/two-values.json", "JSON_TRAILING"),
                arguments("json/bad/comment.json", "JSON_NOT_WELL_FORMED"), arguments("json/bad/array.json", "UNKNOWN_JSON_DOCUMENT"),
                arguments("json/bad/other-form.json", "UNKNOWN_JSON_DOCUMENT"), arguments("json/bad/later-version.json", "UNKNOWN_JSON_DOCUMENT"),
                arguments("json/bad/huge-number.json", "VALUE_KIND"), arguments("json/bad/unknown-type.json", "CODE_UNKNOWN"),
                arguments("json/bad/not-utf8.json", "JSON_NOT_WELL_FORMED"));
    }

    private static Arguments arguments(String fixture, String code) {
        return Arguments.of(fixture, code);
    }

    private static Heard read(String fixture) {
        return Heard.of(new JsonDocuments(), Fixtures.bytes(fixture));
    }
}
