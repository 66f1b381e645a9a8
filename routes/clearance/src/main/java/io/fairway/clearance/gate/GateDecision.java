package io.fairway.clearance.gate;

import io.fairway.document.finding.Text;
import java.util.Comparator;
import java.util.List;

/**
 * The answer to the barrier, with everything that led to it.
 *
 * @param rulesVersion of the rules that decided
 * @param display what the driver's display shows
 */
public record GateDecision(GateInputs inputs, Permission permission, List<RuleOutcome> outcomes, String rulesVersion, Text display) {
    public GateDecision {
        outcomes = List.copyOf(outcomes);
    }

    /** What the lane does: let go, send to the inspection lane, keep until somebody has looked, send back. */
    public enum Permission {
        OPEN, DIVERT, HOLD, REFUSE
    }

    /** What stands in the way or was worth a remark, worst first. */
    public List<RuleOutcome> remarks() {
        return outcomes.stream().filter(outcome -> outcome.result().compareTo(RuleOutcome.Result.NOT_DEMANDED) > 0)
                .sorted(Comparator.comparing(RuleOutcome::counts).reversed()).toList();
    }

    /** Whether an outcome keeps the truck in the lane until the authority comes. */
    public boolean closesLane() {
        return outcomes.stream().anyMatch(outcome -> outcome.counts() == RuleOutcome.Result.DETAIN);
    }

    /** One line per rule, for the clerk. */
    public List<Text> clerkLines() {
        return outcomes.stream().map(outcome -> new Text(
                outcome.rule() + " " + outcome.result() + ": " + outcome.reason().text().en() + answered(outcome),
                GateWords.chinese(outcome.rule()) + " " + GateWords.chinese(outcome.result()) + "：" + outcome.reason().text().zh())).toList();
    }

    private static String answered(RuleOutcome outcome) {
        return outcome.overridden().map(by -> " Set aside by " + by.person() + ": " + by.reason()).orElse("");
    }
}
