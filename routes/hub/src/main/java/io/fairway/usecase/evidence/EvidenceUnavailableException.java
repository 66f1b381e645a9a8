package io.fairway.usecase.evidence;

/** What is needed for evidence cannot be had now (nobody's fault): no timestamp authority answers. Nothing was done. */
public final class EvidenceUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EvidenceUnavailableException(String message) {
        super(message);
    }

    public EvidenceUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
