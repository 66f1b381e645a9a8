package io.fairway.agent;

import io.fairway.clearance.gate.GatePolicy;
import io.fairway.clearance.gate.LaneProfile;
import io.fairway.clearance.gate.LaneWatch;
import java.util.Set;

/** One lane of the agent's site. @param devices those that may speak for it */
final class AgentLane {
    private final Set<String> devices;
    private LaneWatch watch;

    AgentLane(LaneProfile profile, Set<String> devices, GatePolicy policy) {
        this.devices = Set.copyOf(devices);
        this.watch = LaneWatch.idle(profile, policy);
    }

    Set<String> devices() {
        return devices;
    }

    LaneWatch watch() {
        return watch;
    }

    void becomes(LaneWatch next) {
        watch = next;
    }
}
