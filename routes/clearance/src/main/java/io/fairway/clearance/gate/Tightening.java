package io.fairway.clearance.gate;

import java.util.Optional;

/** What a late reading does to a decision: it may stop a truck, it never lets one go. */
public final class Tightening {

    private Tightening() {
    }

    /**
     * @param before the decision that stands
     * @param seen the votes with the late readings in them
     * @return the stricter decision over the same papers at the same time; empty when the one that stands is as strict
     */
    public static Optional<GateDecision> of(GateDecision before, SeenTruck seen) {
        GateInputs old = before.inputs();
        GateDecision again = GateRules.decide(new GateInputs(old.transaction(), old.lane(), old.policy(), seen, old.papers(), old.overrides(),
                old.decidedAt()));
        boolean stricter = again.permission().compareTo(before.permission()) > 0 || again.closesLane() && !before.closesLane();
        return stricter ? Optional.of(again) : Optional.empty();
    }
}
