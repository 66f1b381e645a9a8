package io.fairway.usecase;

import io.fairway.document.ContentReport;
import io.fairway.document.ContentReports;
import io.fairway.document.Document;
import io.fairway.document.Envelope;
import io.fairway.document.OutboundEnvelope;
import io.fairway.document.ReadingHandler;
import io.fairway.document.SyntaxReport;
import io.fairway.document.finding.Finding;
import io.fairway.usecase.InterchangeOutcome.Acknowledgment;
import io.fairway.usecase.InterchangeOutcome.MessageOutcome;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers to the sender: CONTRL for syntax, APERAK for content; none to an answer, and none in XML, where the findings say it. */
public final class Answers {
    private static final String CONTRL = "CONTRL:D:3:UN";
    private static final String APERAK = "APERAK:D:96B:UN";

    private final Dialects dialects;
    private final Outbox outbox;
    private final Parties parties;
    private final Identifiers identifiers;
    private final InstantSource clock;

    public Answers(Dialects dialects, Outbox outbox, Parties parties, Identifiers identifiers, InstantSource clock) {
        this.dialects = dialects;
        this.outbox = outbox;
        this.parties = parties;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** The interchange as a whole is refused because of {@code why}. */
    List<Acknowledgment> rejection(NewInterchange interchange, List<MessageOutcome> messages, Finding why) {
        Envelope envelope = interchange.envelope();
        if (envelope.syntax() != Envelope.Syntax.EDIFACT || isSyntaxAnswer(messages)) {
            return List.of();
        }
        var report = new SyntaxReport(envelope.reference(), envelope.sender(), envelope.recipient(), SyntaxReport.Action.REJECTED,
                why.edifact(), "UNB", List.of());
        return List.of(write(interchange, report, "CONTRL", CONTRL));
    }

    /** CONTRL for the interchange, and one APERAK with all content faults for each message that has some. */
    List<Acknowledgment> answer(NewInterchange interchange, PartyRecord sender, SyntaxReport report, List<MessageOutcome> messages,
                                List<Finding> findings) {
        if (interchange.envelope().syntax() != Envelope.Syntax.EDIFACT) {
            return List.of();
        }
        List<Acknowledgment> answers = new ArrayList<>();
        if (!isSyntaxAnswer(messages)) {
            answers.add(write(interchange, report, "CONTRL", CONTRL));
        }
        for (MessageOutcome message : messages) {
            if (message.verdict() == ReadingHandler.Verdict.CONTENT_ERRORS && !message.type().startsWith("APERAK")) {
                answers.add(write(interchange, contentReport(interchange, message, findings), "APERAK-" + message.reference(), APERAK));
            }
        }
        return answers;
    }

    /** Nothing but CONTRL, which is never answered (ISO 9735-4, clause 5). */
    private static boolean isSyntaxAnswer(List<MessageOutcome> messages) {
        return !messages.isEmpty() && messages.stream().allMatch(message -> message.type().startsWith("CONTRL"));
    }

    private ContentReport contentReport(NewInterchange interchange, MessageOutcome message, List<Finding> findings) {
        List<Finding> faults = findings.stream()
                .filter(finding -> finding.isError() && finding.place().message().equals(message.reference())).toList();
        return ContentReports.from(faults, reference(), clock.instant(), interchange.envelope().reference(), PartyId.HUB.value(),
                interchange.envelope().sender());
    }

    private Acknowledgment write(NewInterchange interchange, Document answer, String key, String defaultDialect) {
        PartyRecord sender = parties.find(interchange.sender()).orElseThrow(
                () -> new IllegalStateException("Party " + interchange.sender() + " is not registered"));
        Envelope received = interchange.envelope();
        String reference = reference();
        Optional<String> told = sender.dialectFor(answer).filter(ignored -> sender.environment() == received.environment());
        told.ifPresent(dialect -> outbox.add(new NewOutbound(new OutboundId(identifiers.next()), interchange.sender(),
                Optional.empty(), Optional.empty(), key, interchange.id(), dialect, reference, answer, received.environment(),
                clock.instant(), interchange.trace())));
        String dialect = told.orElse(defaultDialect);
        // a sender that is not the caller may hold anything, also what no charset of an answer can
        String recipient = sender.isNamed(received.sender()) ? received.sender() : sender.id().value();
        var envelope = new OutboundEnvelope(PartyId.HUB.value(), recipient, reference, clock.instant(), received.environment(),
                sender.reading().zone());
        return new Acknowledgment(answer.getClass() == SyntaxReport.class ? "CONTRL" : "APERAK", dialect,
                dialects.writer(dialect).write(answer, envelope));
    }

    private String reference() {
        return WireReference.from(identifiers.next());
    }
}
