package io.fairway.document;

import java.time.Instant;
import java.util.List;

/**
 * The content answer to one message (APERAK).
 *
 * @param reference our number of this answer
 * @param answeredReference document number of what is answered (RFF+ACW)
 * @param errors all content faults of it
 */
public record ContentReport(String reference, Instant issuedAt, String answeredReference, String sender, String recipient,
                            Verdict verdict, List<ContentError> errors) implements Document {
    public ContentReport {
        errors = List.copyOf(errors);
    }

    /** BGM 1225: 27 not accepted; BGM 4343 otherwise. */
    public enum Verdict {
        ACCEPTED, ACCEPTED_WITH_REMARKS, NOT_ACCEPTED
    }

    /** @param code finding code; @param subject business number it concerns, empty when none; @param text for people */
    public record ContentError(String code, String subject, String text) {
    }
}
