package io.fairway.json.mapping;

import io.fairway.document.Document;
import io.fairway.document.Envelope;
import io.fairway.document.Lineage;
import io.fairway.document.MessageHead;
import io.fairway.document.ReadingHandler;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.ReadingProfile;
import io.fairway.document.SyntaxReport;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Severity;
import java.util.List;
import java.util.Optional;

/** What was told about one JSON input so far, so that the handler hears its calls in order. */
final class JsonSession {
    private final ReadingProfile profile;
    private final ReadingHandler handler;
    private Optional<Envelope> envelope = Optional.empty();
    private boolean messageFaulty;
    private boolean faulty;
    private int messages;

    JsonSession(ReadingProfile profile, ReadingHandler handler) {
        this.profile = profile;
        this.handler = handler;
    }

    ReadingProfile profile() {
        return profile;
    }

    /** Passes a finding on, with the severity the profile gives its code. */
    void finding(Finding found) {
        Severity severity = profile.severityOf(found.code(), found.place(), found.severity());
        messageFaulty |= severity == Severity.ERROR;
        faulty |= severity == Severity.ERROR;
        handler.finding(found.weighing(severity));
    }

    void startInterchange(Envelope opened) {
        envelope = Optional.of(opened);
        handler.interchangeStarted(opened);
    }

    /** @param type as in {@link MessageHead#type()} */
    MessageHead startMessage(String type) {
        messages++;
        messageFaulty = false;
        var head = new MessageHead(Integer.toString(messages), type);
        handler.messageStarted(head);
        return head;
    }

    void part(Document document, Lineage lineage) {
        handler.part(document, lineage);
    }

    /** A document could not be put together, whatever severity the profile gives the findings that say why. */
    void incomplete() {
        messageFaulty = true;
        faulty = true;
    }

    void endMessage(MessageHead head) {
        handler.messageEnded(head, messageFaulty ? Verdict.CONTENT_ERRORS : Verdict.CLEAN);
    }

    void end() {
        envelope.ifPresent(opened -> handler.interchangeEnded(opened, faulty ? Verdict.CONTENT_ERRORS : Verdict.CLEAN,
                new SyntaxReport(opened.reference(), opened.sender(), opened.recipient(), SyntaxReport.Action.ACKNOWLEDGED,
                        Optional.empty(), "", List.of())));
    }
}
