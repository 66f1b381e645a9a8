package io.fairway.signing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What checking a signature came to, in the words of ETSI EN 319 102-1. Only {@link TotalPassed} hands out content: whoever processes a
 * signed document takes it from there and from nowhere else.
 */
public sealed interface Verdict {

    /** What was checked, in order, one sentence each, up to and including the check that decided. */
    List<String> checks();

    /**
     * Everything holds.
     *
     * @param content exactly what the signature covers, as it is to be processed
     * @param signer the certificate the signature binds
     * @param signedAt the signer's own statement, when there is one
     * @param provenAt the earliest time at which the signature is proven to have existed: of its timestamp, else the time of checking
     */
    record TotalPassed(SignedContent content, X509Certificate signer, Optional<Instant> signedAt, Instant provenAt, List<String> checks)
            implements Verdict {
        public TotalPassed {
            checks = List.copyOf(checks);
        }
    }

    /**
     * Something is certainly wrong.
     *
     * @param detail what was expected and what was found, safe to show
     */
    record TotalFailed(SignatureFault fault, String detail, List<String> checks) implements Verdict {
        public TotalFailed {
            checks = List.copyOf(checks);
        }
    }

    /**
     * What is there does not suffice to say.
     *
     * @param detail what is missing, safe to show
     */
    record Indeterminate(SignatureFault fault, String detail, List<String> checks) implements Verdict {
        public Indeterminate {
            checks = List.copyOf(checks);
        }
    }

    /** TOTAL-PASSED, TOTAL-FAILED or INDETERMINATE. */
    default String indication() {
        return switch (this) {
            case TotalPassed passed -> "TOTAL-PASSED";
            case TotalFailed failed -> "TOTAL-FAILED";
            case Indeterminate open -> "INDETERMINATE";
        };
    }
}
