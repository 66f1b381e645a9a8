package io.fairway.usecase.view;

import io.fairway.clearance.gate.GateDecision.Permission;
import io.fairway.clearance.gate.GateRule;
import io.fairway.clearance.gate.RuleOutcome.Result;
import io.fairway.document.finding.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was decided last for a truck at the gate, explained by its record.
 *
 * @param plate as it was read; empty text when it was not
 * @param display one sentence for the driver
 * @param place whether the truck stands before the barrier now
 */
public record PassageView(String transaction, int revision, String lane, Permission permission, String plate, List<String> containers,
                          Instant decidedAt, Text display, Place place, List<RuleView> rules) {
    public PassageView {
        containers = List.copyOf(containers);
        rules = List.copyOf(rules);
    }

    /** Where the truck is. */
    public enum Place {
        BEFORE_THE_BARRIER, GONE
    }

    /**
     * What one rule came to.
     *
     * @param container which container, where the rule looks at each
     * @param setAside who answers for it, the first person before the second
     */
    public record RuleView(GateRule rule, Optional<String> container, Result result, Text reason, List<String> setAside, List<UsedFactView> facts) {
        public RuleView {
            setAside = List.copyOf(setAside);
            facts = List.copyOf(facts);
        }

        /** Whether it keeps the truck from going on. */
        public boolean stops() {
            return setAside.isEmpty() && result.compareTo(Result.WARN) > 0;
        }
    }

    /** @param origin who or which device said it */
    public record UsedFactView(String name, String value, String origin, Instant asOf) {
    }
}
