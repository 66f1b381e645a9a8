package io.fairway.xml.mapping;

import io.fairway.document.Document;
import io.fairway.document.Envelope;
import io.fairway.document.Lineage;
import io.fairway.document.MessageHead;
import io.fairway.document.ReadingHandler;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.ReadingProfile;
import io.fairway.document.SyntaxReport;
import io.fairway.document.finding.Finding;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Printable;
import io.fairway.document.finding.Severity;
import io.fairway.document.finding.Text;
import java.util.List;
import java.util.Optional;

/** What was told about one XML document so far, so that the handler hears its calls in order. */
final class XmlSession {
    private final ReadingProfile profile;
    private final ReadingHandler handler;
    private Optional<Envelope> envelope = Optional.empty();
    private Optional<MessageHead> message = Optional.empty();
    private boolean faulty;

    XmlSession(ReadingProfile profile, ReadingHandler handler) {
        this.profile = profile;
        this.handler = handler;
    }

    ReadingProfile profile() {
        return profile;
    }

    /** Passes a finding on, with the severity the profile gives its code. */
    void finding(Finding found) {
        Severity severity = profile.severityOf(found.code(), found.place(), found.severity());
        faulty |= severity == Severity.ERROR;
        handler.finding(found.weighing(severity));
    }

    void finding(XmlContentRule rule, Place place, String found) {
        finding(new Finding(rule.name(), rule.severity(), Optional.empty(), place, Printable.of(found), rule.expected(),
                new Text(rule.english(), rule.chinese()), rule.source(), Optional.empty(), rule.quality()));
    }

    void startInterchange(Envelope opened) {
        envelope = Optional.of(opened);
        handler.interchangeStarted(opened);
    }

    /** @param type as in {@link MessageHead#type()} */
    void startMessage(String type) {
        var head = new MessageHead("1", type);
        message = Optional.of(head);
        handler.messageStarted(head);
    }

    void part(Document document, Lineage lineage) {
        handler.part(document, lineage);
    }

    /** A part could not be put together: the document has errors, whatever severity the profile gives the findings that say why. */
    void incomplete() {
        faulty = true;
    }

    /** Closes what was started; findings told before decide between clean and content errors. */
    void end() {
        end(faulty ? Verdict.CONTENT_ERRORS : Verdict.CLEAN);
    }

    /** Closes what was started after a fault of the XML itself. */
    void endBroken() {
        end(Verdict.SYNTAX_ERRORS);
    }

    private void end(Verdict verdict) {
        message.ifPresent(started -> handler.messageEnded(started, verdict));
        envelope.ifPresent(opened -> handler.interchangeEnded(opened, verdict, new SyntaxReport(opened.reference(), opened.sender(),
                opened.recipient(), SyntaxReport.Action.ACKNOWLEDGED, Optional.empty(), "", List.of())));
    }
}
