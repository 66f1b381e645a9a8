package io.fairway.edifact;

import java.util.Optional;

import io.fairway.document.MessageHead;
import io.fairway.document.ReadingHandler.Verdict;
import io.fairway.document.SyntaxReport;
import io.fairway.document.finding.Finding;

/**
 * Hears what {@link EdifactReader} finds. Calls come as: interchangeStarted, (messageStarted, messageEnded)*, interchangeEnded,
 * once per interchange of the input; findings may come at any time, also outside an interchange when the input is not one.
 */
public interface InterchangeHandler {

    void interchangeStarted(InterchangeHead interchange);

    /**
     * A message begins.
     *
     * @return who hears its segments; {@link SegmentHandler#NONE} to have the message checked only; empty when the caller takes no
     *         such messages: then it is reported as unsupported and rejected
     */
    Optional<SegmentHandler> messageStarted(MessageHead message);

    void finding(Finding finding);

    /**
     * The message is over. Its segments were handed over while it was read: with {@link Verdict#SYNTAX_ERRORS} they must not be used.
     *
     * @param segments segments counted from UNH to UNT, both included
     */
    void messageEnded(MessageHead message, int segments, Verdict verdict);

    /**
     * The interchange is over.
     *
     * @param verdict {@link Verdict#SYNTAX_ERRORS} when the interchange or any message of it has an error
     * @param report the CONTRL content; its action is {@link SyntaxReport.Action#REJECTED} when the envelope is at fault or no
     *        message is left: then nothing of the interchange may be used. It must not be sent when the messages are CONTRL.
     */
    void interchangeEnded(InterchangeHead interchange, Verdict verdict, SyntaxReport report);
}
