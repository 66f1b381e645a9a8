package io.fairway.command;

import io.fairway.document.Envelope;
import io.fairway.document.ReadingHandler;
import io.fairway.document.SyntaxReport;
import io.fairway.document.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What was found in one interchange.
 *
 * @param envelope empty when there was no interchange to read
 * @param report the CONTRL answer to it; empty in XML and without envelope
 */
record InterchangeCheck(Optional<Envelope> envelope, List<MessageCheck> messages, List<Finding> findings,
                        Optional<SyntaxReport> report) {
    InterchangeCheck {
        messages = List.copyOf(messages);
        findings = List.copyOf(findings);
    }

    /** One message and what it came to. */
    record MessageCheck(String reference, String type, ReadingHandler.Verdict verdict) {
    }

    Verdict verdict() {
        if (envelope.isEmpty()) {
            return Verdict.UNREADABLE;
        }
        return findings.isEmpty() ? Verdict.CLEAN : Verdict.FINDINGS;
    }

    long errors() {
        return findings.stream().filter(Finding::isError).count();
    }
}
