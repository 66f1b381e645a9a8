package io.fairway.usecase;

import io.fairway.document.ReadingHandler;
import io.fairway.document.finding.Finding;
import io.fairway.document.id.Sha256;
import java.util.List;

/**
 * What reading an interchange came to.
 *
 * @param digest SHA-256 of its own bytes in the transmission
 * @param length number of those bytes
 * @param verdict accepted whole, in part (some messages), or rejected
 */
public record InterchangeOutcome(Sha256 digest, long length, Verdict verdict, List<MessageOutcome> messages,
                                 List<Finding> findings, List<Acknowledgment> acknowledgments) {
    public InterchangeOutcome {
        messages = List.copyOf(messages);
        findings = List.copyOf(findings);
        acknowledgments = List.copyOf(acknowledgments);
    }

    /** How much of the interchange was accepted; a repeat is answered as the first was. */
    public enum Verdict {
        ACCEPTED, ACCEPTED_IN_PART, REJECTED, REPEATED
    }

    /** @param facts consignments the message speaks of; 0 when it was rejected */
    public record MessageOutcome(String reference, String type, ReadingHandler.Verdict verdict, int facts) {
    }

    /** An answer to the sender. @param kind {@code CONTRL} or {@code APERAK}; @param bytes as written for the sender */
    public record Acknowledgment(String kind, String dialect, byte[] bytes) {
    }
}
