package io.fairway.command;

import io.fairway.command.InterchangeCheck.MessageCheck;
import io.fairway.document.Document;
import io.fairway.document.Envelope;
import io.fairway.document.Lineage;
import io.fairway.document.MessageHead;
import io.fairway.document.ReadingHandler;
import io.fairway.document.SyntaxReport;
import io.fairway.document.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hears an input being read and hands on one check per interchange. What is found outside belongs to the interchange before it, or
 * else to the one that follows; an input without any interchange is one check without envelope. Documents are let go at once.
 */
final class CheckReading implements ReadingHandler {
    private final Consumer<InterchangeCheck> checks;
    private final List<MessageCheck> messages = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private Optional<Envelope> envelope = Optional.empty();
    private Optional<SyntaxReport> report = Optional.empty();

    CheckReading(Consumer<InterchangeCheck> checks) {
        this.checks = checks;
    }

    @Override
    public void interchangeStarted(Envelope started) {
        if (envelope.isPresent()) {
            hand();
        }
        envelope = Optional.of(started);
    }

    @Override
    public void messageStarted(MessageHead message) {
        // the verdict comes with the end of the message
    }

    @Override
    public void part(Document document, Lineage lineage) {
        // only the findings are wanted
    }

    @Override
    public void finding(Finding finding) {
        findings.add(finding);
    }

    @Override
    public void messageEnded(MessageHead message, Verdict verdict) {
        messages.add(new MessageCheck(message.reference(), message.type(), verdict));
    }

    @Override
    public void interchangeEnded(Envelope ended, Verdict verdict, SyntaxReport answer) {
        report = ended.syntax() == Envelope.Syntax.EDIFACT ? Optional.of(answer) : Optional.empty();
    }

    /** The input is over. */
    void finish() {
        hand();
    }

    private void hand() {
        checks.accept(new InterchangeCheck(envelope, messages, findings, report));
        messages.clear();
        findings.clear();
        envelope = Optional.empty();
        report = Optional.empty();
    }
}
