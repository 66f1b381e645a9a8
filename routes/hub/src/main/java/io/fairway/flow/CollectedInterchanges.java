package io.fairway.flow;

import io.fairway.document.Document;
import io.fairway.document.Envelope;
import io.fairway.document.Lineage;
import io.fairway.document.MessageHead;
import io.fairway.document.ReadingHandler;
import io.fairway.document.SyntaxReport;
import io.fairway.document.finding.Finding;
import io.fairway.flow.ReadInterchange.ReadMessage;
import io.fairway.flow.ReadInterchange.ReadPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what a reader tells, one {@link ReadInterchange} for each interchange of the input. */
final class CollectedInterchanges implements ReadingHandler {
    private final List<ReadInterchange> interchanges = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<ReadMessage> messages = new ArrayList<>();
    private final List<ReadPart> parts = new ArrayList<>();

    /** All of them; what was found outside any interchange stands in one without an envelope. */
    List<ReadInterchange> all() {
        if (!findings.isEmpty()) {
            interchanges.add(new ReadInterchange(Optional.empty(), Verdict.SYNTAX_ERRORS, List.of(), findings, Optional.empty()));
            findings.clear();
        }
        return List.copyOf(interchanges);
    }

    @Override
    public void interchangeStarted(Envelope envelope) {
        messages.clear();
    }

    @Override
    public void messageStarted(MessageHead message) {
        parts.clear();
    }

    @Override
    public void part(Document document, Lineage lineage) {
        parts.add(new ReadPart(document, lineage));
    }

    @Override
    public void finding(Finding finding) {
        findings.add(finding);
    }

    @Override
    public void messageEnded(MessageHead message, Verdict verdict) {
        messages.add(new ReadMessage(message, verdict, verdict == Verdict.CLEAN ? parts : List.of()));
    }

    @Override
    public void interchangeEnded(Envelope envelope, Verdict verdict, SyntaxReport report) {
        interchanges.add(new ReadInterchange(Optional.of(envelope), verdict, messages, findings, Optional.of(report)));
        findings.clear();
    }
}
