package io.fairway.edifact.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.fairway.document.ContainerMovementReport;
import io.fairway.document.ContainerMovementReport.Movement;
import io.fairway.document.ContentReport;
import io.fairway.document.ContentReport.ContentError;
import io.fairway.document.CustomsResponse;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.CustomsResponse.Reason;
import io.fairway.document.Document;
import io.fairway.document.DocumentFunction;
import io.fairway.document.DocumentWriter;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.id.BillNumber;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnwritableTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:15:00Z");
    private static final OutboundEnvelope ENVELOPE = new OutboundEnvelope("HUB", "HUBLINE", "FW0001", NOW, Environment.LIVE,
            Reading.SHANGHAI);

    @Test
    void numbersAnAnswerItselfWhereTheAuthoritysNumberIsTooLongRatherThanCutIt() {
        byte[] written = Writers.named("CUSRES:D:96B:UN").write(response("R".repeat(36), List.of()), ENVELOPE);

        assertThat(new String(written, StandardCharsets.ISO_8859_1)).contains("+FW0001+").doesNotContain("RRR");
    }

    @Test
    void refusesANumberThatIsMissing() {
        refuses("CUSRES:D:96B:UN", response("", List.of()), "reference");
    }

    @Test
    void refusesAResponseThatNamesNothing() {
        var nothing = new CustomsResponse("RS1", Decision.RELEASED, NOW, Optional.empty(), Optional.empty(), List.of(), List.of(), "", "",
                Optional.empty(), List.of(), List.of());

        refuses("CUSRES:D:96B:UN", nothing, "lrn");
    }

    @Test
    void refusesReasonsWithCodesInTheDirectoryThatHasNoPlaceForThem() {
        refuses("CUSRES:D:95B:UN", response("RS1", List.of(new Reason("12", "1", "NOT ON MANIFEST"))), "reasons");
    }

    @Test
    void refusesAWordThatIsLongerThanALine() {
        refuses("CUSRES:D:96B:UN", response("RS1", List.of(new Reason("", "", "X".repeat(71)))), "reasons.text");
    }

    @Test
    void refusesTextThatAReaderWouldNotPutTogetherAgain() {
        refuses("CUSRES:D:96B:UN", response("RS1", List.of(new Reason("", "", " leading blank"))), "reasons.text");
    }

    @Test
    void refusesADischargeReportWithoutItsVoyage() {
        var report = new ContainerMovementReport("DR1", DocumentFunction.ORIGINAL, Movement.DISCHARGED, Optional.empty(), Optional.empty(),
                "HUBL", Optional.empty(), List.of());

        refuses("COARRI:D:95B:UN:SMDG14", report, "voyage");
    }

    @Test
    void refusesAMovementThatTheMessageDoesNotSay() {
        refuses("COARRI:D:95B:UN:SMDG14", new RandomDocuments(1).movement(Movement.GATE_OUT), "movement");
        refuses("CODECO:D:95B:UN:ITG14", new RandomDocuments(1).movement(Movement.LOADED), "movement");
    }

    @Test
    void refusesADocumentOfAnotherKindInEveryDialect() {
        Document manifest = new RandomDocuments(1).manifest();
        Document declaration = new RandomDocuments(1).declaration();

        for (DocumentWriter writer : EdifactDocumentWriters.all()) {
            Document foreign = writer.dialect().startsWith("CUSCAR") ? declaration : manifest;
            assertThatThrownBy(() -> writer.write(foreign, ENVELOPE)).isInstanceOf(UnwritableDocumentException.class);
        }
    }

    @Test
    void writesEachDialectOnce() {
        assertThat(EdifactDocumentWriters.all()).extracting(DocumentWriter::dialect).doesNotHaveDuplicates()
                .contains("CUSRES:D:96B:UN", "COREOR:D:00B:UN:SMDG20", "CODECO:D:95B:UN:ITG14", "CONTRL:D:3:UN", "APERAK:D:96B:UN");
    }

    @Test
    void writesInTheHumblestRepertoireThatHoldsEveryCharacter() {
        assertThat(unb("NOT ON MANIFEST")).contains("UNOA:2");
        assertThat(unb("Müller")).contains("UNOC:3");
        assertThat(unb("上海")).contains("UNOY:4");
    }

    private static String unb(String text) {
        var report = new ContentReport("AP1", NOW, "CAR1", "HUB", "HUBLINE", ContentReport.Verdict.NOT_ACCEPTED,
                List.of(new ContentError("E102", "", text)));
        return new String(Writers.named("APERAK:D:96B:UN").write(report, ENVELOPE), StandardCharsets.ISO_8859_1).lines()
                .filter(line -> line.startsWith("UNB")).findFirst().orElseThrow();
    }

    private static CustomsResponse response(String reference, List<Reason> reasons) {
        return new CustomsResponse(reference, Decision.NOT_ACCEPTED, NOW, Optional.empty(), Optional.empty(),
                List.of(new BillNumber("HUBLRTM2600171")), List.of(), "", "", Optional.empty(), List.of(), reasons);
    }

    private static void refuses(String dialect, Document document, String path) {
        assertThatThrownBy(() -> Writers.named(dialect).write(document, ENVELOPE))
                .asInstanceOf(type(UnwritableDocumentException.class))
                .satisfies(refused -> assertThat(refused.path()).isEqualTo(path));
    }
}
