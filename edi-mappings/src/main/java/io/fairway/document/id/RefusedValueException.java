package io.fairway.document.id;

import java.util.Optional;

/**
 * A value that cannot be what its name says. Thrown by the constructors of identifiers; mappings read through
 * {@code FieldReader}, which turns each one into a finding, so that all refused values of a document are told at once.
 */
public final class RefusedValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String expected;
    private final String proposal;

    /**
     * @param code stable finding code, for example {@code CONTAINER_CHECK_DIGIT}
     * @param found the value as it came
     * @param expected what was expected, in words a clerk understands
     */
    public RefusedValueException(String code, String found, String expected) {
        this(code, found, expected, "");
    }

    /** @param proposal the value that was most likely meant; empty when none can be derived */
    public RefusedValueException(String code, String found, String expected, String proposal) {
        super("Expected " + expected + ", found '" + found + "'");
        this.code = code;
        this.expected = expected;
        this.proposal = proposal;
    }

    public String code() {
        return code;
    }

    public String expected() {
        return expected;
    }

    public Optional<String> proposal() {
        return proposal.isEmpty() ? Optional.empty() : Optional.of(proposal);
    }
}
