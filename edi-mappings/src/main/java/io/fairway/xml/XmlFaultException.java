package io.fairway.xml;

import io.fairway.document.finding.Finding;

/** Input that cannot be read on as XML within our limits. Carries the finding that says what, where and by which rule. */
public final class XmlFaultException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    XmlFaultException(Finding finding) {
        super(finding.code() + ": expected " + finding.expected());
        this.finding = finding;
    }

    public Finding finding() {
        return finding;
    }
}
