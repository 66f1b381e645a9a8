package io.fairway.bench.signing;

/** The forms of signature that are measured, each over content of its own kind. */
public enum Form {
    /** Detached CMS over an EDIFACT interchange. */
    CADES,
    /** Enveloped in an XML document. */
    XADES,
    /** In a PDF document, nothing visible. */
    PADES,
    /** Compact, over canonical JSON, with the chain sent along. */
    JWS
}
