package io.fairway.signing;

import java.io.Serial;

/** Ends a check within this package; becomes a verdict before it leaves it. */
final class SignatureRefusedException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final SignatureFault fault;
    private final Weight weight;

    /** Whether the fault proves the signature wrong or only leaves it open. */
    enum Weight { FAILED, OPEN }

    private SignatureRefusedException(SignatureFault fault, Weight weight, String detail) {
        super(detail);
        this.fault = fault;
        this.weight = weight;
    }

    static SignatureRefusedException failed(SignatureFault fault, String detail) {
        return new SignatureRefusedException(fault, Weight.FAILED, detail);
    }

    static SignatureRefusedException open(SignatureFault fault, String detail) {
        return new SignatureRefusedException(fault, Weight.OPEN, detail);
    }

    SignatureFault fault() {
        return fault;
    }

    Verdict verdict(CheckList checks) {
        String detail = getMessage() == null ? fault.text() : getMessage();
        return switch (weight) {
            case FAILED -> new Verdict.TotalFailed(fault, detail, checks.withFailure(fault));
            case OPEN -> new Verdict.Indeterminate(fault, detail, checks.withFailure(fault));
        };
    }
}
