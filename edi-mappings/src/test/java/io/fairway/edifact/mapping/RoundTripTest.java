package io.fairway.edifact.mapping;


import io.fairway.document.ContainerMovementReport.Movement;
import io.fairway.document.CustomsResponse.Decision;
import io.fairway.document.Document;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
    /** Document codes of the terminals, the place of a terminal in LOC, and Incoterms, which are ICC's. */
    private static final Set<String> AGREED = Set.of("34", "36", "44", "46", "129", "165", "CIF");

    @ParameterizedTest
    @ValueSource(strings = {"CUSCAR:D:95B:UN", "CUSCAR:D:96B:UN", "CUSCAR:D:16A:UN"})
    void readsEveryManifestBackAsItWasWritten(String dialect) {
        playsBack(dialect, RandomDocuments::manifest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CUSDEC:D:96B:UN", "CUSDEC:D:98B:UN", "CUSDEC:D:99B:UN", "CUSDEC:D:04A:UN"})
    void readsEveryDeclarationBackAsItWasWritten(String dialect) {
        playsBack(dialect, RandomDocuments::declaration);
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryDecisionBackAsItWasWritten(Decision decision) {
        playsBack("CUSRES:D:96B:UN", documents -> documents.response(decision));
        playsBack("CUSRES:D:99B:UN", documents -> documents.response(decision));
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

    @ParameterizedTest
    @ValueSource(strings = {"APERAK:D:96B:UN", "APERAK:D:99A:UN", "APERAK:D:00B:UN"})
    void readsEveryContentReportBackAsItWasWritten(String dialect) {
        playsBack(dialect, RandomDocuments::contentReport);
    }

    private static void playsBack(String dialect, Function<RandomDocuments, Document> make) {
        PlayBack.of(dialect, AGREED, seed -> make.apply(new RandomDocuments(seed)));
    }
}
