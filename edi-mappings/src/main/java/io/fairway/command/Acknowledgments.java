package io.fairway.command;

import io.fairway.document.ContentReport;
import io.fairway.document.ContentReports;
import io.fairway.document.Envelope;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.ReadingHandler;
import io.fairway.document.SyntaxReport;
import io.fairway.document.UnwritableDocumentException;
import io.fairway.document.finding.Finding;
import io.fairway.edifact.ContrlWriter;
import io.fairway.edifact.WritingSyntax;
import io.fairway.edifact.mapping.EdifactDocumentWriters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The answers to one interchange as EDIFACT: CONTRL for its syntax, APERAK for the content of each message. */
final class Acknowledgments {
    private static final String APERAK = "APERAK:D:96B:UN";

    private final InstantSource clock;
    private final ZoneId zone;

    Acknowledgments(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** The CONTRL; empty for XML and for an interchange of CONTRL, which is never answered. */
    Optional<String> contrl(InterchangeCheck check) {
        boolean answers = !check.messages().isEmpty() && check.messages().stream().allMatch(message -> message.type().startsWith("CONTRL"));
        Optional<SyntaxReport> report = answers ? Optional.empty() : check.report();
        return report.map(answer -> text(new ContrlWriter(WritingSyntax.UNOC_3).write(answer, envelope(check.envelope().orElseThrow(), 0))));
    }

    /** One APERAK for each message with content faults, all of them in it; none to an APERAK. */
    List<String> aperaks(InterchangeCheck check) {
        Optional<Envelope> envelope = check.envelope().filter(known -> known.syntax() == Envelope.Syntax.EDIFACT);
        return envelope.stream().flatMap(known -> check.messages().stream()
                .filter(message -> message.verdict() == ReadingHandler.Verdict.CONTENT_ERRORS && !message.type().startsWith("APERAK"))
                .map(message -> aperak(known, check, message))).toList();
    }

    private String aperak(Envelope envelope, InterchangeCheck check, InterchangeCheck.MessageCheck message) {
        List<Finding> faults = check.findings().stream()
                .filter(finding -> finding.isError() && finding.place().message().equals(message.reference())).toList();
        OutboundEnvelope outbound = envelope(envelope, 1 + check.messages().indexOf(message));
        ContentReport report = ContentReports.from(faults, outbound.reference(), outbound.preparedAt(), envelope.reference(),
                outbound.sender(), outbound.recipient());
        return text(EdifactDocumentWriters.all().stream().filter(writer -> writer.dialect().equals(APERAK)).findFirst()
                .orElseThrow(() -> new UnwritableDocumentException("dialect", APERAK)).write(report, outbound));
    }

    private OutboundEnvelope envelope(Envelope answered, int ordinal) {
        Instant now = clock.instant();
        String reference = "A" + Long.toString(now.getEpochSecond(), 36).toUpperCase(Locale.ROOT) + ordinal;
        return new OutboundEnvelope(named(answered.recipient()), named(answered.sender()), reference, now, answered.environment(), zone);
    }

    /** What the answered interchange calls a party, as far as an answer can say it. */
    private static String named(String party) {
        return !party.isEmpty() && StandardCharsets.US_ASCII.newEncoder().canEncode(party) ? party : "UNKNOWN";
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
