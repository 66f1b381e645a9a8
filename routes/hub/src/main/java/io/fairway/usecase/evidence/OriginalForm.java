package io.fairway.usecase.evidence;

import io.fairway.usecase.evidence.CaseFiles.Original;
import java.nio.charset.StandardCharsets;

/** What bytes are, by which the verifier knows how they are signed. */
enum OriginalForm {
    /** XML with an enveloped XAdES signature. */
    SIGNED_XML(".signed.xml"),
    XML(".xml"),
    /** Compact JWS. */
    JWS(".jws"),
    JSON(".json"),
    EDIFACT(".edi"),
    OTHER(".bin");

    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";

    private final String suffix;

    OriginalForm(String suffix) {
        this.suffix = suffix;
    }

    String suffix() {
        return suffix;
    }

    static OriginalForm of(Original original) {
        return of(original.contentType(), original.bytes());
    }

    static OriginalForm of(String contentType, byte[] bytes) {
        if (contentType.contains("jose")) {
            return JWS;
        }
        if (contentType.contains("xml")) {
            return new String(bytes, StandardCharsets.ISO_8859_1).contains(DSIG) ? SIGNED_XML : XML;
        }
        if (contentType.contains("json")) {
            return JSON;
        }
        return contentType.contains("edifact") ? EDIFACT : OTHER;
    }
}
