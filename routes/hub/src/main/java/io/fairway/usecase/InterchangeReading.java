package io.fairway.usecase;

import io.fairway.document.ContentReport;
import io.fairway.document.Document;
import io.fairway.document.Envelope;
import io.fairway.document.Lineage;
import io.fairway.document.MessageHead;
import io.fairway.document.ReadingHandler;
import io.fairway.document.SyntaxReport;
import io.fairway.document.TradeDocument;
import io.fairway.document.finding.Finding;
import io.fairway.document.id.Sha256;
import io.fairway.usecase.InterchangeOutcome.MessageOutcome;
import io.fairway.usecase.InterchangeOutcome.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One interchange while it is read: what it is, whether it is new, and what became of its messages. */
final class InterchangeReading {
    private final ReadingSessions hub;
    private final ReceivedTransmission transmission;
    private final PartyRecord sender;
    private final NewInterchange interchange;
    private final Registration registration;
    private final Optional<Finding> refusal;
    private final List<Finding> findings = new ArrayList<>();
    private final List<MessageOutcome> messages = new ArrayList<>();
    private final Set<ConsignmentId> touched = new LinkedHashSet<>();
    private final Set<ConsignmentId> touchedByMessage = new LinkedHashSet<>();
    private final List<Document> passedOn = new ArrayList<>();
    private final Map<String, List<Document>> passing = new LinkedHashMap<>();
    private Optional<SyntaxReport> report = Optional.empty();
    private String message = "";
    private int ordinal;
    private int factsOfMessage;

    InterchangeReading(ReadingSessions hub, ReceivedTransmission transmission, PartyRecord sender, Envelope envelope) {
        this.hub = hub;
        this.transmission = transmission;
        this.sender = sender;
        interchange = new NewInterchange(new InterchangeId(hub.identifiers().next()), transmission.id(), sender.id(), envelope,
                transmission.receivedAt(), transmission.trace());
        registration = hub.interchanges().register(interchange);
        refusal = refusalOf(envelope);
        refusal.ifPresent(findings::add);
    }

    private Optional<Finding> refusalOf(Envelope envelope) {
        if (!envelope.sender().isEmpty() && !sender.isNamed(envelope.sender())) {
            return Optional.of(ReadingFindings.foreignSender(envelope, sender));
        }
        if (envelope.reference().isEmpty()) {
            return Optional.of(ReadingFindings.missingReference(envelope));
        }
        if (sender.environment() == Envelope.Environment.TEST && envelope.environment() == Envelope.Environment.LIVE) {
            return Optional.of(ReadingFindings.wrongEnvironment(envelope));
        }
        return Optional.empty();
    }

    List<Finding> findings() {
        return findings;
    }

    void messageStarted(MessageHead head) {
        message = head.reference();
        factsOfMessage = 0;
        touchedByMessage.clear();
        passedOn.clear();
    }

    void part(Document document, Lineage lineage) {
        if (!isProcessed()) {
            return;
        }
        switch (document) {
            case SyntaxReport answer -> note(answer.interchangeReference(), "CONTRL " + answer.action()).ifPresent(about ->
                    CounterpartAnswers.rejected(about.document(), answer, transmission.receivedAt())
                            .ifPresent(rejection -> add(rejection, lineage, Optional.of(about.consignment()))));
            case ContentReport answer -> note(answer.answeredReference(), "APERAK " + answer.verdict()).ifPresent(about ->
                    CounterpartAnswers.rejected(about.document(), answer)
                            .ifPresent(rejection -> add(rejection, lineage, Optional.of(about.consignment()))));
            default -> storeFacts(document, lineage);
        }
    }

    private Optional<Outbox.Answered> note(String reference, String verdict) {
        return hub.outbox().noteAnswer(sender.id(), reference, verdict, transmission.receivedAt());
    }

    private void storeFacts(Document document, Lineage lineage) {
        List<Optional<ConsignmentId>> subjects = hub.subjects().of(document, sender.id(), interchange.envelope().environment());
        if (Audience.of(document).isPassedOn()) {
            passedOn.add(document);
            if (subjects.isEmpty()) {
                file(document, lineage);
            }
        }
        subjects.forEach(subject -> add(document, lineage, subject));
    }

    private void add(Document document, Lineage lineage, Optional<ConsignmentId> subject) {
        ordinal++;
        factsOfMessage++;
        hub.interchanges().add(new NewFact(new FactId(hub.identifiers().next()), interchange.id(), message, ordinal, document, lineage,
                subject));
        subject.ifPresent(touchedByMessage::add);
    }

    private void file(Document document, Lineage lineage) {
        if (document instanceof TradeDocument named) {
            findings.addAll(TradeDocumentFindings.of(named, lineage));
        }
        ordinal++;
        factsOfMessage++;
        var outcome = Audience.of(document).maySpeak(sender) ? new FactOutcome(FactOutcome.Kind.FILED, "", "")
                : new FactOutcome(FactOutcome.Kind.REFUSED, "NOT_ENTITLED", "The sender may not say this in this port.");
        touchedByMessage.addAll(hub.interchanges().file(new NewFact(new FactId(hub.identifiers().next()), interchange.id(), message, ordinal,
                document, lineage, Optional.empty()), outcome));
    }

    void messageEnded(MessageHead head, ReadingHandler.Verdict verdict) {
        if (verdict == ReadingHandler.Verdict.CLEAN) {
            touched.addAll(touchedByMessage);
            if (!passedOn.isEmpty()) {
                passing.put(head.reference(), List.copyOf(passedOn));
            }
        } else if (isProcessed()) {
            hub.interchanges().dropFacts(interchange.id(), head.reference());
            factsOfMessage = 0;
        }
        messages.add(new MessageOutcome(head.reference(), head.type(), verdict, factsOfMessage));
    }

    void ended(SyntaxReport syntaxReport) {
        report = Optional.of(syntaxReport);
    }

    private boolean isProcessed() {
        return registration instanceof Registration.Fresh && refusal.isEmpty();
    }

    /**
     * Stores what became of the interchange.
     *
     * @param end byte offset behind its last byte; white space before it does not count
     * @return consignments it spoke of
     */
    Set<ConsignmentId> conclude(int end) {
        int start = (int) interchange.envelope().offset();
        int length = trimmedEnd(transmission.bytes(), start, end) - start;
        Sha256 digest = Digests.of(transmission.bytes(), start, length);
        return switch (registration) {
            case Registration.Known(InterchangeId first, Sha256 firstDigest) -> {
                concludeRepeat(first, digest, length, firstDigest.equals(digest));
                yield Set.of();
            }
            case Registration.Fresh() -> concludeFresh(digest, length);
        };
    }

    private void concludeRepeat(InterchangeId first, Sha256 digest, int length, boolean same) {
        hub.interchanges().registerRepeat(interchange, first);
        if (!same) {
            findings.clear();
            findings.add(ReadingFindings.sameReferenceOtherBytes(interchange.envelope()));
        }
        var answers = same ? List.<InterchangeOutcome.Acknowledgment>of() : hub.answers().rejection(interchange, messages, findings.getFirst());
        Verdict verdict = same ? Verdict.REPEATED : Verdict.REJECTED;
        hub.interchanges().conclude(interchange.id(),
                new InterchangeOutcome(digest, length, verdict, List.of(), findings, answers));
        journal(verdict, digest);
    }

    private void journal(Verdict verdict, Sha256 digest) {
        hub.journal().append(transmission.receivedAt(), sender.id(), "interchange-read", interchange.id().value(),
                "{\"verdict\":\"%s\",\"sha256\":\"%s\",\"trace\":\"%s\"}".formatted(verdict, digest, transmission.trace()));
    }

    private Set<ConsignmentId> concludeFresh(Sha256 digest, int length) {
        Verdict verdict = verdict();
        if (verdict == Verdict.REJECTED) {
            messages.replaceAll(this::dropped);
            touched.clear();
            passing.clear();
        }
        passing.forEach((reference, parts) -> hub.passOn().pass(interchange, sender, reference, parts));
        var answers = refusal.map(finding -> hub.answers().rejection(interchange, messages, finding))
                .orElseGet(() -> hub.answers().answer(interchange, sender, report.orElseThrow(), messages, findings));
        hub.interchanges().conclude(interchange.id(),
                new InterchangeOutcome(digest, length, verdict, messages, findings, answers));
        journal(verdict, digest);
        return touched;
    }

    private MessageOutcome dropped(MessageOutcome outcome) {
        hub.interchanges().dropFacts(interchange.id(), outcome.reference());
        return new MessageOutcome(outcome.reference(), outcome.type(), outcome.verdict(), 0);
    }

    private Verdict verdict() {
        boolean rejectedWhole = refusal.isPresent()
                || report.map(SyntaxReport::action).orElse(SyntaxReport.Action.REJECTED) == SyntaxReport.Action.REJECTED;
        long clean = messages.stream().filter(outcome -> outcome.verdict() == ReadingHandler.Verdict.CLEAN).count();
        if (rejectedWhole || clean == 0) {
            return Verdict.REJECTED;
        }
        return clean == messages.size() ? Verdict.ACCEPTED : Verdict.ACCEPTED_IN_PART;
    }

    private static int trimmedEnd(byte[] bytes, int start, int end) {
        int last = end;
        while (last > start && bytes[last - 1] <= ' ' && bytes[last - 1] >= 0) {
            last--;
        }
        return last;
    }
}
