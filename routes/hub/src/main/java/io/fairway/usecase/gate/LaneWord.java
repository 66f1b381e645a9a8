package io.fairway.usecase.gate;

import io.fairway.clearance.gate.GateDecision;
import io.fairway.clearance.gate.GateDecision.Permission;
import io.fairway.document.finding.Text;
import java.time.Instant;

/** A decision as a lane needs it. @param display for the driver */
public record LaneWord(String lane, String transaction, Permission permission, Instant decidedAt, Text display) {

    static LaneWord of(GateDecision decision) {
        return new LaneWord(decision.inputs().lane().lane(), decision.inputs().transaction(), decision.permission(),
                decision.inputs().decidedAt(), decision.display());
    }
}
