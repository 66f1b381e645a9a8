package io.fairway.edifact.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairway.document.ContentReport;
import io.fairway.document.ContentReports;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.GoodsDeclaration;
import io.fairway.document.Manifest;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.SyntaxReport;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Fix;
import io.fairway.fixture.Fixtures;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdifactDocumentsTest {
    private static final String CUSCAR = "edifact/cuscar_d95b_import_cargo_report.edi";
    private static final String CUSDEC = "edifact/cusdec_d96b_import.edi";
    private static final OutboundEnvelope ENVELOPE = new OutboundEnvelope("HUB", "HUBLINE", "FW0001",
            Instant.parse("2026-03-02T01:15:00Z"), Environment.LIVE, Reading.SHANGHAI);

    private final EdifactDocuments documents = new EdifactDocuments();

    @ParameterizedTest
    @ValueSource(strings = {CUSCAR, "edifact/cusdec_d96b_import.edi", "edifact/contrl_ack.edi", "bad/truncated.edi"})
    void recognisesInterchangesWithAndWithoutServiceAdvice(String sample) {
        assertThat(documents.recognises(Fixtures.bytes(sample))).isTrue();
    }

    @Test
    void recognisesAnInterchangeAfterAByteOrderMarkBlanksOrATelexHeader() {
        assertThat(documents.recognises(prefixed(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}))).isTrue();
        assertThat(documents.recognises(prefixed("\r\n \r\n".getBytes(StandardCharsets.US_ASCII)))).isTrue();
        assertThat(documents.recognises(prefixed("ZCZC 0423 HUBLINE\r\n".getBytes(StandardCharsets.US_ASCII)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml/MT1101_original_manifest.xml", "bad/not-edifact.txt", "bad/not-edifact.bin", "bad/empty.edi"})
    void leavesOtherInputToOtherReaders(String sample) {
        assertThat(documents.recognises(Fixtures.bytes(sample))).isFalse();
    }

    @Test
    void readsAllInterchangesOfATransmissionAndJudgesEachAlone() {
        Reading reading = Reading.of(joined(Fixtures.bytes(CUSCAR),
                Fixtures.variant(CUSDEC).replacing("929", "999").bytes(), Fixtures.bytes(CUSDEC)));

        assertThat(reading.interchanges).containsExactly(Verdict.CLEAN, Verdict.CONTENT_ERRORS, Verdict.CLEAN);
        assertThat(reading.envelopes).extracting(envelope -> envelope.reference()).containsExactly("CR0001", "CD0001", "CD0001");
        assertThat(reading.part(0, Manifest.class).reference()).isEqualTo("CAR2603-017W");
        assertThat(reading.parts.getLast()).isInstanceOf(GoodsDeclaration.class);
    }

    @Test
    void readsTheSyntaxAnswerOfACounterpart() {
        SyntaxReport report = Reading.of(Fixtures.bytes("edifact/contrl_reject.edi")).part(0, SyntaxReport.class);

        assertThat(report.interchangeReference()).isEqualTo("CR0001");
        assertThat(report.action()).isEqualTo(SyntaxReport.Action.REJECTED);
    }

    @Test
    void reportsAMessageTypeThatNobodyHereMaps() {
        Reading reading = Reading.of(Fixtures.variant("edifact/baplie_d95b_bayplan.edi").replacing("BAPLIE:D:95B", "IFTSAI:D:95B").bytes());

        assertThat(reading.parts).isEmpty();
        assertThat(reading.messages).containsExactly(Verdict.SYNTAX_ERRORS);
    }

    @Test
    void readsNumbersWithTheDecimalMarkOfTheServiceAdvice() {
        byte[] bytes = joined("UNA:+,? '\n".getBytes(StandardCharsets.US_ASCII),
                Fixtures.variant(CUSDEC).replacing("26170.56", "26170,56").replacing("KGM:9800", "KGM:9800,5").bytes());

        GoodsDeclaration declaration = Reading.of(bytes).part(0, GoodsDeclaration.class);

        assertThat(declaration.items().getFirst().netKilograms()).contains(new BigDecimal("9800.5"));
    }

    @Test
    void proposesTheDigitWhenALetterStandsInANumber() {
        Finding finding = Reading.of(Fixtures.variant(CUSCAR).replacing("CNT+8:420", "CNT+8:42O").bytes()).findings.stream()
                .filter(found -> found.fix().isPresent()).findFirst().orElseThrow();

        assertThat(finding.fix().map(Fix::value)).contains("420");
    }

    @Test
    void turnsTonnesIntoKilograms() {
        Manifest manifest = Reading.of(Fixtures.variant(CUSCAR).replacing("KGM:2200", "TNE:2.2").bytes()).part(0, Manifest.class);

        assertThat(manifest.consignments().getFirst().containers().getFirst().tareKilograms().orElseThrow())
                .isEqualByComparingTo("2200");
    }

    @Test
    void answersOneMessageByOneContentReportThatCanBeSent() {
        Reading reading = Reading.of(Fixtures.variant(CUSCAR).replacing("9745677", "9745678").replacing("NLRTM:139", "NLRT0:139").bytes());
        ContentReport report = ContentReports.from(reading.findings, "AP0001", Instant.parse("2026-03-02T01:16:00Z"), "CAR2603-017W",
                "HUB", "HUBLINE");

        Reading answer = Reading.of(Writers.named("APERAK:D:96B:UN").write(report, ENVELOPE));

        assertThat(answer.findings).isEmpty();
        assertThat(answer.parts).containsExactly(report);
        assertThat(report.errors()).hasSameSizeAs(reading.findings);
    }

    @Test
    void answersACleanMessageWithoutErrors() {
        ContentReport report = ContentReports.from(List.of(), "AP0002", Instant.EPOCH, "CAR2603-017W", "HUB", "HUBLINE");

        assertThat(report.verdict()).isEqualTo(ContentReport.Verdict.ACCEPTED);
        assertThat(report.errors()).isEmpty();
    }

    private static byte[] prefixed(byte[] prefix) {
        return joined(prefix, Fixtures.bytes("edifact/cusdec_d96b_import.edi"));
    }

    private static byte[] joined(byte[]... pieces) {
        var whole = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            whole.writeBytes(piece);
        }
        return whole.toByteArray();
    }
}
