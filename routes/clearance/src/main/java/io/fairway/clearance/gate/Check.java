package io.fairway.clearance.gate;

import io.fairway.clearance.Reason;
import io.fairway.clearance.gate.RuleOutcome.Result;
import io.fairway.clearance.gate.RuleOutcome.UsedFact;
import io.fairway.document.finding.Text;
import io.fairway.document.id.ContainerNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One rule being looked at: collects the facts it uses and ends with one outcome. */
final class Check {
    private final GateInputs inputs;
    private final GateRule rule;
    private final Optional<ContainerNumber> container;
    private final List<UsedFact> facts = new ArrayList<>();

    Check(GateInputs inputs, GateRule rule, Optional<ContainerNumber> container) {
        this.inputs = inputs;
        this.rule = rule;
        this.container = container;
    }

    Check uses(String name, Told<?> told) {
        return uses(name, String.valueOf(told.value()), told.origin(), told.asOf());
    }

    Check uses(String name, Object value, GatePapers papers) {
        return uses(name, String.valueOf(value), papers.origin(), papers.asOf());
    }

    Check uses(String name, String value, String origin, Instant asOf) {
        facts.add(new UsedFact(name, value, origin, asOf, new Told<>(value, origin, asOf).ageAt(inputs.decidedAt()).toMillis()));
        return this;
    }

    RuleOutcome passes(String code, String english, String chinese) {
        return ends(Result.PASS, code, english, chinese);
    }

    RuleOutcome warns(String code, String english, String chinese) {
        return ends(Result.WARN, code, english, chinese);
    }

    RuleOutcome holds(String code, String english, String chinese) {
        return ends(Result.HOLD, code, english, chinese);
    }

    RuleOutcome refuses(String code, String english, String chinese) {
        return ends(Result.REFUSE, code, english, chinese);
    }

    RuleOutcome detains(String code, String english, String chinese) {
        return ends(Result.DETAIN, code, english, chinese);
    }

    /** What the rule needs is not known: stops where the rule is demanded, and is only noted where it is not. */
    RuleOutcome lacks(Result demanded, String code, String english, String chinese) {
        return ends(inputs.lane().demanded().contains(rule) ? demanded : Result.NOT_DEMANDED, code, english, chinese);
    }

    RuleOutcome ends(Result result, Reason reason) {
        return new RuleOutcome(rule, container, result, reason, facts, Optional.empty());
    }

    private RuleOutcome ends(Result result, String code, String english, String chinese) {
        return ends(result, new Reason(code, new Text(english, chinese)));
    }
}
