package io.fairway.usecase.gate;

import io.fairway.usecase.PartyId;
import java.time.Duration;
import java.util.Map;

/**
 * The gate agents and the terminals they stand at. Each terminal has one, which owns the redemption of its passes.
 *
 * @param outage how long a pass is good when nothing more is heard
 * @param renewal after it a pass is issued anew, so that a cut finds it young
 */
public record GateAgents(Map<PartyId, PartyId> terminals, Duration outage, Duration renewal) {
    public GateAgents {
        terminals = Map.copyOf(terminals);
    }
}
