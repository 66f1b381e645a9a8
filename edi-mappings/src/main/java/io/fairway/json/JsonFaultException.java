package io.fairway.json;

import io.fairway.document.finding.Finding;

/** The input is no JSON, or more of it than is accepted; the finding says what and where. */
public final class JsonFaultException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    JsonFaultException(Finding finding) {
        super(finding.code());
        this.finding = finding;
    }

    public Finding finding() {
        return finding;
    }
}
