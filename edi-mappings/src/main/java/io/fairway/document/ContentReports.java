package io.fairway.document;

import io.fairway.document.ContentReport.ContentError;
import io.fairway.document.ContentReport.Verdict;
import io.fairway.document.finding.Finding;
import java.time.Instant;
import java.util.List;

/** Builds the content answer (APERAK) to one message from what was found in it: all faults in one answer. */
public final class ContentReports {
    private static final int LONGEST_TEXT = 240;

    private ContentReports() {
    }

    /**
     * The answer: not accepted when a finding is an error, accepted with remarks when there are warnings only.
     *
     * @param reference our number of the answer, at most 35 characters
     * @param answeredReference document number of the message answered (BGM 1004), or its interchange reference when it has none
     * @param sender who answers
     * @param recipient who sent the message
     */
    public static ContentReport from(List<Finding> findings, String reference, Instant issuedAt, String answeredReference,
                                     String sender, String recipient) {
        Verdict verdict = Verdict.ACCEPTED;
        if (!findings.isEmpty()) {
            verdict = findings.stream().anyMatch(Finding::isError) ? Verdict.NOT_ACCEPTED : Verdict.ACCEPTED_WITH_REMARKS;
        }
        return new ContentReport(reference, issuedAt, answeredReference, sender, recipient, verdict,
                findings.stream().map(ContentReports::error).toList());
    }

    /** The business number is what was found; the text says where and what, and the proposed fix. */
    private static ContentError error(Finding finding) {
        String where = finding.place().segment() + " (segment " + finding.place().segmentPosition() + "): ";
        String fix = finding.fix().map(proposed -> " Proposed: " + proposed.value() + ".").orElse("");
        return new ContentError(finding.code(), subject(finding.found()), sayable(where + finding.text().en() + fix));
    }

    private static String subject(String found) {
        String plain = found.strip();
        return plain.length() <= 35 ? plain : plain.substring(0, 35).strip();
    }

    /** One line with single blanks, and no word too long for a line of an APERAK. */
    private static String sayable(String text) {
        String line = text.replaceAll("\\s+", " ").replaceAll("(\\S{60})(?=\\S)", "$1 ").strip();
        return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT).strip();
    }
}
