package io.fairway.flow;

import io.fairway.document.Document;
import io.fairway.document.Envelope;
import io.fairway.document.Lineage;
import io.fairway.document.MessageHead;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.SyntaxReport;
import io.fairway.document.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * One interchange as it was read.
 *
 * @param envelope empty when the input is no interchange
 * @param findings all of the interchange, in the order found
 * @param report content of CONTRL; empty when the input is no interchange
 */
public record ReadInterchange(Optional<Envelope> envelope, Verdict verdict, List<ReadMessage> messages, List<Finding> findings,
                              Optional<SyntaxReport> report) {
    public ReadInterchange {
        messages = List.copyOf(messages);
        findings = List.copyOf(findings);
    }

    /**
     * One message of it.
     *
     * @param parts its documents, a consignment each; none when the message ended with errors
     */
    public record ReadMessage(MessageHead head, Verdict verdict, List<ReadPart> parts) {
        public ReadMessage {
            parts = List.copyOf(parts);
        }
    }

    /** A document and where its values came from. */
    public record ReadPart(Document document, Lineage lineage) {
    }
}
