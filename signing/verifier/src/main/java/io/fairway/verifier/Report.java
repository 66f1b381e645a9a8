package io.fairway.verifier;

import io.fairway.signing.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * What verifying one file came to.
 *
 * @param indication TOTAL-PASSED, TOTAL-FAILED or INDETERMINATE (ETSI EN 319 102-1)
 * @param lines what was checked, and what it came to
 */
record Report(Indication indication, List<String> lines) {

    /** With the exit code that says it. */
    enum Indication {
        TOTAL_PASSED(0), TOTAL_FAILED(1), INDETERMINATE(2);

        private final int exit;

        Indication(int exit) {
            this.exit = exit;
        }

        int exit() {
            return exit;
        }

        static Indication of(String words) {
            return valueOf(words.replace('-', '_'));
        }

        String words() {
            return name().replace("TOTAL_", "TOTAL-");
        }
    }

    Report {
        lines = List.copyOf(lines);
    }

    static Report of(Verdict verdict) {
        List<String> lines = new ArrayList<>(verdict.checks());
        switch (verdict) {
            case Verdict.TotalPassed passed -> {
                lines.add("Signed by " + passed.signer().getSubjectX500Principal().getName());
                passed.signedAt().ifPresent(time -> lines.add("Signed at " + time + ", says the signer"));
                lines.add("Proven to exist at " + passed.provenAt());
            }
            case Verdict.TotalFailed failed -> lines.add(failed.detail());
            case Verdict.Indeterminate open -> lines.add(open.detail());
        }
        return new Report(Indication.of(verdict.indication()), lines);
    }

    static Report failed(String line) {
        return new Report(Indication.TOTAL_FAILED, List.of(line));
    }

    /** The same, but not passed: what it rests on is itself not known to be true. */
    Report resting(List<String> on) {
        List<String> all = new ArrayList<>(lines);
        all.addAll(on);
        return new Report(indication == Indication.TOTAL_PASSED ? Indication.INDETERMINATE : indication, all);
    }
}
