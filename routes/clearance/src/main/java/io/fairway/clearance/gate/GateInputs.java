package io.fairway.clearance.gate;

import java.time.Instant;
import java.util.List;

/**
 * Everything one decision rests on, frozen: the same inputs give the same decision at any time, on any machine.
 *
 * @param papers those of the containers seen, and of the truck's appointments
 */
public record GateInputs(String transaction, LaneProfile lane, GatePolicy policy, SeenTruck seen, List<GatePapers> papers,
                         List<SetAside> overrides, Instant decidedAt) {
    public GateInputs {
        papers = List.copyOf(papers);
        overrides = List.copyOf(overrides);
    }
}
