package io.fairway.edifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.document.ContentReport;
import io.fairway.document.Envelope.Environment;
import io.fairway.document.MessageHead;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.SyntaxReport;
import io.fairway.document.SyntaxReport.Action;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.finding.Finding;
import io.fairway.fixture.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContrlTest {
    private static final OutboundEnvelope ENVELOPE = new OutboundEnvelope("CNCUSTOMS", "HUBLINE", "CT0009",
            Instant.parse("2026-03-02T09:15:00Z"), Environment.LIVE, ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(strings = {"bad/wrong-unt-count.edi", "bad/truncated.edi", "bad/element-too-long.edi", "bad/missing-bgm.edi",
        "bad/wrong-unz-count.edi", "bad/unknown-message-type.edi", "edifact/faulty/missing-unt.edi", "edifact/faulty/una-unusable.edi",
        "edifact/codeco_d95b_gate_in_out.edi", "bad/character-outside-charset.edi",
        "edifact/faulty/functional-groups.edi", "edifact/faulty/wrong-une.edi", "edifact/faulty/missing-une.edi"})
    void readsBackWhatItWrites(String answered) {
        var report = Recording.of(answered).reports().getFirst();

        for (var syntax : List.of(WritingSyntax.UNOC_3, WritingSyntax.UNOA_2, WritingSyntax.UNOY_4)) {
            var bytes = new ContrlWriter(syntax).write(report, ENVELOPE);
            assertThat(Recording.of(bytes).findings()).isEmpty();
            assertThat(read(bytes)).isEqualTo(report);
        }
    }

    @Test
    void readsAnAnswerOfACounterpart() {
        var report = read(Fixtures.bytes("edifact/contrl_reject.edi"));

        assertThat(report.interchangeReference()).isEqualTo("CR0001");
        assertThat(report.action()).isEqualTo(Action.REJECTED);
        assertThat(report.messages()).hasSize(1);
        assertThat(report.messages().getFirst().type()).isEqualTo("CUSCAR:D:95B:UN");
        assertThat(report.messages().getFirst().errors()).containsExactly(new SyntaxReport.SegmentError(12, 13, 0, 0),
                new SyntaxReport.SegmentError(12, 12, 1, 1));
    }

    @Test
    void countsTheTagAsTheFirstElementOnTheWire() {
        var report = Recording.of("bad/element-too-long.edi").reports().getFirst();

        var written = Recording.of(new ContrlWriter(WritingSyntax.UNOC_3).write(report, ENVELOPE)).structure();

        assertThat(written).contains("UCS|17", "UCD|39|2/2");
    }

    @Test
    void answersFunctionalGroupsWithTheirMessagesInUcf() {
        var report = Recording.of("edifact/faulty/functional-groups.edi").reports().getFirst();

        var written = Recording.of(new ContrlWriter(WritingSyntax.UNOC_3).write(report, ENVELOPE)).structure();

        assertThat(report.messages()).isEmpty();
        assertThat(report.groups()).isNotEmpty().allMatch(group -> group.action() == Action.ACKNOWLEDGED && !group.messages().isEmpty());
        assertThat(written.stream().filter(segment -> segment.startsWith("UCF|")).findFirst()).contains("UCF|G1|HUBTERM|HUBLINE|7");
        assertThat(written.indexOf("UCM|1|CODECO/D/95B/UN/ITG14|7")).isGreaterThan(written.indexOf("UCF|G1|HUBTERM|HUBLINE|7"));
    }

    @ParameterizedTest
    @CsvSource({"bad/wrong-unz-count.edi, UCI, |4|29|UNZ|2/1", "bad/wrong-unt-count.edi, UCM, |4|29|UNT|2/1",
        "edifact/faulty/wrong-une.edi, UCF, |4|29|UNE|2/1", "bad/missing-unz.edi, UCI, |UNZ"})
    void namesTheElementOfTheServiceSegmentThatIsAtFault(String file, String tag, String end) {
        var report = Recording.of(file).reports().getFirst();

        for (var syntax : List.of(WritingSyntax.UNOA_2, WritingSyntax.UNOC_3, WritingSyntax.UNOY_4)) {
            assertThat(Recording.of(new ContrlWriter(syntax).write(report, ENVELOPE)).structure())
                    .anyMatch(segment -> segment.startsWith(tag + "|") && segment.endsWith(end));
        }
    }

    @Test
    void rejectsAFaultyGroupByItsOwnError() {
        var report = Recording.of("edifact/faulty/wrong-une.edi").reports().getFirst();

        assertThat(report.action()).isEqualTo(Action.REJECTED);
        assertThat(report.segment()).isEmpty();
        assertThat(report.groups()).containsExactly(new SyntaxReport.GroupReport("G1", "HUBTERM", "HUBLINE", Action.REJECTED,
                Optional.of(29), "UNE", List.of(), Optional.of(new SyntaxReport.ElementAt(1, 1))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad/wrong-unz-count.edi", "bad/missing-unz.edi", "edifact/faulty/no-sender.edi"})
    void takesNoMessageOfAnInterchangeThatIsRejected(String file) {
        var heard = Recording.of(file);

        assertThat(heard.verdicts()).isNotEmpty().containsOnly(Verdict.CLEAN);
        assertThat(heard.reports().getFirst().action()).isEqualTo(Action.REJECTED);
        assertThat(heard.reports().getFirst().messages()).isEmpty();
    }

    @Test
    void answersAlsoWhatLacksAReferenceOrHoldsCharactersThatCannotBeWrittenBack() {
        var nameless = new SyntaxReport("", "HUBLINE", "海关\u0007", Action.REJECTED, Optional.of(13), "UNB", List.of());

        var bytes = new ContrlWriter(WritingSyntax.UNOC_3).write(nameless, ENVELOPE);

        assertThat(read(bytes)).isEqualTo(new SyntaxReport("", "HUBLINE", "", Action.REJECTED, Optional.of(13), "UNB", List.of()));
    }

    @Test
    void saysSyntaxReportsOnly() {
        var content = new ContentReport("A1", ENVELOPE.preparedAt(), "B1", "S", "R", ContentReport.Verdict.ACCEPTED, List.of());

        assertThatThrownBy(() -> new ContrlWriter(WritingSyntax.UNOC_3).write(content, ENVELOPE))
                .isInstanceOf(UnwritableDocumentException.class);
    }

    private static SyntaxReport read(byte[] bytes) {
        var reading = new ContrlReading();
        try {
            new EdifactReader().read(new ByteArrayInputStream(bytes), Recording.PLAIN, new OneMessage(reading));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return reading.report().orElseThrow();
    }

    private record OneMessage(ContrlReading reading) implements InterchangeHandler {
        @Override
        public void interchangeStarted(InterchangeHead interchange) {
            // only the message matters here
        }

        @Override
        public Optional<SegmentHandler> messageStarted(MessageHead message) {
            return Optional.of(reading);
        }

        @Override
        public void finding(Finding finding) {
            // only the message matters here
        }

        @Override
        public void messageEnded(MessageHead message, int segments, Verdict verdict) {
            // only the message matters here
        }

        @Override
        public void interchangeEnded(InterchangeHead interchange, Verdict verdict, SyntaxReport report) {
            // only the message matters here
        }
    }
}
