package io.fairway.document;

import io.fairway.document.finding.Finding;

/**
 * Hears what a reader finds. Calls come as: interchangeStarted, (messageStarted, part*, messageEnded)*, interchangeEnded;
 * findings may come at any time, also outside an interchange when the input is not one.
 */
public interface ReadingHandler {

    void interchangeStarted(Envelope envelope);

    void messageStarted(MessageHead message);

    /** One consignment's part of the message; parts of a message that ends with errors must not be used. */
    void part(Document document, Lineage lineage);

    void finding(Finding finding);

    void messageEnded(MessageHead message, Verdict verdict);

    /** @param report the CONTRL answer so far; empty action {@code ACKNOWLEDGED} and no messages in XML */
    void interchangeEnded(Envelope envelope, Verdict verdict, SyntaxReport report);

    /** Syntax faults reject by CONTRL, content faults by APERAK. */
    enum Verdict {
        CLEAN, CONTENT_ERRORS, SYNTAX_ERRORS
    }
}
