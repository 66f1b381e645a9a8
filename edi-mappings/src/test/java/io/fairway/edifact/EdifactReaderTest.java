package io.fairway.edifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairway.document.Envelope.Environment;
import io.fairway.document.MessageHead;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.ReadingProfile;
import io.fairway.document.SyntaxReport;
import io.fairway.document.SyntaxReport.Action;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Severity;
import io.fairway.fixture.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdifactReaderTest {
    private static final String GATE_MOVES = "edifact/codeco_d95b_gate_in_out.edi";

    @ParameterizedTest
    @ValueSource(strings = {"aperak_d96b_business_reject", "baplie_d95b_bayplan", "berman_d04a_berth_request",
        "coarri_d95b_discharge_report", "codeco_d00b_gate_out", "codeco_d95b_gate_in_out", "contrl_ack", "contrl_reject",
        "copino_d95b_pickup_preadvice", "coprar_d00b_discharge_order", "coreor_d00b_release_order", "cuscar_d16a_house_report",
        "cuscar_d95b_import_cargo_report", "cusdec_d96b_import", "cusrep_d95b_arrival", "cusres_d96b_accept_exam_release",
        "iftdgn_d98b_dangerous_goods", "iftmcs_d99b_bill_of_lading", "iftmin_d99b_shipping_instruction", "iftsta_d00b_status",
        "paxlst_d02b_crew"})
    void readsEverySampleOfTheVoyageWithoutError(String sample) {
        var heard = Recording.of("edifact/" + sample + ".edi");

        assertThat(heard.errors()).isEmpty();
        assertThat(heard.interchangeVerdicts()).containsExactly(Verdict.CLEAN);
        assertThat(heard.verdicts()).hasSameSizeAs(heard.messages()).containsOnly(Verdict.CLEAN);
        assertThat(heard.reports()).extracting(SyntaxReport::action).containsExactly(Action.ACKNOWLEDGED);
    }

    @Test
    void tellsWhatTheEnvelopeSays() {
        var head = Recording.of(GATE_MOVES).heads().getFirst();

        assertThat(head.repertoire()).isEqualTo("UNOA");
        assertThat(head.syntaxVersion()).isEqualTo(2);
        assertThat(head.reference()).isEqualTo("CO0001");
        assertThat(head.sender().identification()).isEqualTo("HUBTERM");
        assertThat(head.recipient().identification()).isEqualTo("HUBLINE");
        assertThat(head.preparedDate()).isEqualTo("260302");
        assertThat(head.envelope().environment()).isEqualTo(Environment.LIVE);
        assertThat(Recording.of("bad/test-indicator.edi").heads().getFirst().environment()).isEqualTo(Environment.TEST);
    }

    @Test
    void tellsMessagesWithTheirTypeAndTheirNumberOfSegments() {
        var heard = Recording.of(GATE_MOVES);

        assertThat(heard.messages()).containsExactly(new MessageHead("1", "CODECO:D:95B:UN:ITG14"),
                new MessageHead("2", "CODECO:D:95B:UN:ITG14"));
        assertThat(heard.counts()).containsExactly(15, 15);
    }

    @Test
    void tellsGroupsByTheirTriggers() {
        var structure = Recording.of("edifact/codeco_d00b_gate_out.edi").structure();

        assertThat(structure.stream().filter(event -> event.matches("[{}].*|EQD.*|TDT.*")))
                .containsExactly("{RFF1", "}RFF1", "{NAD1", "}NAD1", "{NAD1", "}NAD1", "{EQD1", "EQD|CN|HUBU2000016|22G1/102/5||3|5", "{TDT2",
                        "TDT|1||3||HAUL77/172/ZZZ|||HUA12345/145/ZZZ", "}TDT2", "}EQD1");
    }

    @Test
    void doesNotDependOnHowTheInputArrives() throws IOException {
        var bytes = Fixtures.bytes("edifact/cuscar_d95b_import_cargo_report.edi");
        var byteByByte = new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(length, 1));
            }
        };

        var heard = Recording.of(byteByByte, Recording.PLAIN);

        assertThat(heard.structure()).isEqualTo(Recording.of(bytes).structure()).isNotEmpty();
        assertThat(heard.findings()).isEqualTo(Recording.of(bytes).findings());
    }

    @Test
    void saysWhatNobodyAskedFor() throws IOException {
        var unused = new ArrayList<String>();
        new EdifactReader().read(Fixtures.stream("edifact/contrl_ack.edi"), Recording.PLAIN, new Deaf(new SegmentHandler() {
            @Override
            public void groupStarted(String trigger, int depth) {
                // not of interest here
            }

            @Override
            public void segment(Segment segment) {
                segment.text(1);
                segment.text(2, 1);
                segment.unused().forEach(one -> unused.add(one.place().segment() + one.place().element() + "=" + one.value()));
            }

            @Override
            public void groupEnded(String trigger, int depth) {
                // not of interest here
            }
        }));

        assertThat(unused).containsExactly("UCI3=HUBTERM", "UCI4=7", "UCM2=D", "UCM2=00B", "UCM2=UN", "UCM2=SMDG20", "UCM3=7");
    }

    @Test
    void rejectsMessagesThatTheCallerDoesNotTake() throws IOException {
        var findings = new ArrayList<Finding>();
        var reports = new ArrayList<SyntaxReport>();

        new EdifactReader().read(Fixtures.stream(GATE_MOVES), Recording.PLAIN, new Deaf(Optional.empty(), findings, reports));

        assertThat(findings).extracting(Finding::code).containsExactly("MESSAGE_TYPE_UNSUPPORTED", "MESSAGE_TYPE_UNSUPPORTED");
        assertThat(reports.getFirst().action()).isEqualTo(Action.REJECTED);
        assertThat(reports.getFirst().messages()).allMatch(message -> message.error().equals(Optional.of(14)));
    }

    @Test
    void weighsFindingsByTheProfileOfTheCounterpart() {
        var tolerant = new ReadingProfile(ZoneOffset.UTC, Optional.empty(), Map.of("UNT_COUNT", Severity.WARNING));

        var heard = Recording.of("bad/wrong-unt-count.edi", tolerant);

        assertThat(heard.findings()).extracting(Finding::severity).containsExactly(Severity.WARNING);
        assertThat(heard.verdicts()).containsExactly(Verdict.CLEAN);
    }

    @Test
    void refusesToBeSetUpForACharsetThatDoesNotHoldAscii() {
        var profile = new ReadingProfile(ZoneOffset.UTC, Optional.of(StandardCharsets.UTF_16), Map.of());

        assertThatThrownBy(() -> Recording.of(GATE_MOVES, profile)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Hears segments, or takes no message at all. */
    private record Deaf(Optional<SegmentHandler> segments, List<Finding> findings, List<SyntaxReport> reports)
            implements InterchangeHandler {
        Deaf(SegmentHandler segments) {
            this(Optional.of(segments), new ArrayList<>(), new ArrayList<>());
        }

        @Override
        public void interchangeStarted(InterchangeHead interchange) {
            // not of interest here
        }

        @Override
        public Optional<SegmentHandler> messageStarted(MessageHead message) {
            return segments;
        }

        @Override
        public void finding(Finding finding) {
            findings.add(finding);
        }

        @Override
        public void messageEnded(MessageHead message, int count, Verdict verdict) {
            // not of interest here
        }

        @Override
        public void interchangeEnded(InterchangeHead interchange, Verdict verdict, SyntaxReport report) {
            reports.add(report);
        }
    }
}
