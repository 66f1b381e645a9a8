package io.fairway.clearance.gate;

import io.fairway.clearance.Reason;
import io.fairway.document.id.ContainerNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one rule came to, and what it rests on.
 *
 * @param container which container, where the rule looks at each
 * @param overridden who answers for it, when it was set aside
 */
public record RuleOutcome(GateRule rule, Optional<ContainerNumber> container, Result result, Reason reason, List<UsedFact> facts,
                          Optional<SetAside> overridden) {
    public RuleOutcome {
        facts = List.copyOf(facts);
    }

    /** Ordered: the worst outcome decides. */
    public enum Result {
        PASS, NOT_DEMANDED, WARN, DIVERT, HOLD, REFUSE,
        /** The truck must stay where it is until the authority has been here. */
        DETAIN
    }

    /** @param ageMilliseconds how old it was when the decision was made */
    public record UsedFact(String name, String value, String origin, Instant asOf, long ageMilliseconds) {
    }

    /** What counts for the decision: an outcome that somebody answers for does no longer stand in the way. */
    public Result counts() {
        return overridden.isPresent() ? Result.WARN : result;
    }
}
