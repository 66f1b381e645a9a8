package io.fairway.edifact.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.ContainerMovementReport.Movement;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.Document;
import io.fairway.document.DocumentWriter;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.finding.Finding;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
    private static final int SEEDS = 40;
    private static final OutboundEnvelope ENVELOPE = new OutboundEnvelope("HUB", "HUBLINE", "FW0001",
            Instant.parse("2026-03-02T01:15:00Z"), Environment.TEST, Reading.SHANGHAI);

    @ParameterizedTest
    @ValueSource(strings = {"CUSCAR:D:95B:UN", "CUSCAR:D:96B:UN", "CUSCAR:D:16A:UN"})
    void readsEveryManifestBackAsItWasWritten(String dialect) {
        playsBack(dialect, RandomDocuments::manifest);
    }

    @Test
    void readsEveryDeclarationBackAsItWasWritten() {
        playsBack("CUSDEC:D:96B:UN", RandomDocuments::declaration);
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryDecisionBackAsItWasWritten(Decision decision) {
        playsBack("CUSRES:D:96B:UN", documents -> documents.response(decision));
        playsBack("CUSRES:D:95B:UN", documents -> documents.responseInWords(decision));
    }

    @ParameterizedTest
    @ValueSource(strings = {"COREOR:D:95B:UN", "COREOR:D:00B:UN", "COREOR:D:00B:UN:SMDG20"})
    void readsEveryReleaseOrderBackAsItWasWritten(String dialect) {
        playsBack(dialect, RandomDocuments::releaseOrder);
    }

    @ParameterizedTest
    @EnumSource(names = {"GATE_IN", "GATE_OUT"})
    void readsEveryGateReportBackAsItWasWritten(Movement movement) {
        Stream.of("CODECO:D:95B:UN:ITG14", "CODECO:D:00B:UN:SMDG21", "CODECO:D:00B:UN")
                .forEach(dialect -> playsBack(dialect, documents -> documents.movement(movement)));
    }

    @ParameterizedTest
    @EnumSource(names = {"DISCHARGED", "LOADED"})
    void readsEveryQuayReportBackAsItWasWritten(Movement movement) {
        Stream.of("COARRI:D:95B:UN:SMDG14", "COARRI:D:00B:UN:SMDG20", "COARRI:D:00B:UN")
                .forEach(dialect -> playsBack(dialect, documents -> documents.movement(movement)));
    }

    @Test
    void readsEveryContentReportBackAsItWasWritten() {
        playsBack("APERAK:D:96B:UN", RandomDocuments::contentReport);
    }

    private static void playsBack(String dialect, Function<RandomDocuments, Document> make) {
        DocumentWriter writer = Writers.named(dialect);
        for (int seed = 0; seed < SEEDS; seed++) {
            Document document = make.apply(new RandomDocuments(seed));

            byte[] bytes = writer.write(document, ENVELOPE);
            Reading reading = Reading.of(bytes);

            assertThat(reading.findings).as("seed %d of %s", seed, dialect).filteredOn(finding -> !isAgreedCode(finding)).isEmpty();
            assertThat(reading.interchanges).containsExactly(Verdict.CLEAN);
            assertThat(reading.parts).as("seed %d of %s", seed, dialect).containsExactly(document);
            assertThat(writer.write(document, ENVELOPE)).isEqualTo(bytes);
        }
    }

    /** Codes that terminals use by agreement although the directory does not list them: document codes and LOC+165. */
    private static boolean isAgreedCode(Finding finding) {
        return finding.code().equals("CODE_NOT_IN_LIST") && Stream.of("34", "36", "44", "46", "129", "165").anyMatch(finding.found()::equals);
    }
}
