package io.fairway.smooks;

import io.fairway.document.finding.Finding;
import java.util.List;

/** The EDIFACT that feeds a dialect has errors; nothing of what was made of it may be used. */
public final class UnreadableInterchangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    UnreadableInterchangeException(List<Finding> findings) {
        super("The interchange has errors: " + findings.stream().map(Finding::code).distinct().toList());
        this.findings = List.copyOf(findings);
    }

    /** All findings of the reading, warnings too. */
    public List<Finding> findings() {
        return findings;
    }
}
