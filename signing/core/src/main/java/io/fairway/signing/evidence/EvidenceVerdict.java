package io.fairway.signing.evidence;

import io.fairway.signing.Verdict;
import java.util.List;
import java.util.Map;

/**
 * What checking an evidence container came to.
 *
 * @param seal of the signature over the whole
 * @param parts each file that was checked, in the order of their paths
 * @param files the files themselves, by path; only those that the seal covers unchanged
 */
public record EvidenceVerdict(Verdict seal, List<Part> parts, Map<String, byte[]> files) {

    public EvidenceVerdict {
        parts = List.copyOf(parts);
        files = Map.copyOf(files);
    }

    /** How a part stands. */
    public enum Outcome {
        /** As it was sealed; its own signature, if it has one, passed too. */
        GOOD,
        /** Changed, missing, added, or its own signature failed. */
        BROKEN,
        /** As it was sealed, but whether its own signature holds cannot be said. */
        OPEN
    }

    /**
     * One file.
     *
     * @param checked what was checked and what came of it, one sentence
     */
    public record Part(String path, Outcome outcome, String checked) {
    }

    /** TOTAL-PASSED when the seal passed and every part is good; TOTAL-FAILED when anything is broken; INDETERMINATE otherwise. */
    public String indication() {
        if (seal instanceof Verdict.TotalFailed || parts.stream().anyMatch(part -> part.outcome() == Outcome.BROKEN)) {
            return "TOTAL-FAILED";
        }
        return seal instanceof Verdict.TotalPassed && parts.stream().allMatch(part -> part.outcome() == Outcome.GOOD) ? "TOTAL-PASSED"
                : "INDETERMINATE";
    }
}
