package io.fairway.agent;

import io.fairway.clearance.gate.DeviceHealth;
import io.fairway.clearance.gate.DeviceHealth.State;
import io.fairway.clearance.gate.DevicePolicy;
import io.fairway.clearance.gate.GatePolicy;
import io.fairway.clearance.gate.LaneProfile;
import io.fairway.clearance.gate.LaneWatch;
import io.fairway.clearance.gate.Silenced;
import io.fairway.document.gate.DeviceMessage;
import io.fairway.document.gate.Heartbeat;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** One lane of the agent's site, with the devices that may speak for it. */
final class AgentLane {
    private final DevicePolicy policy;
    private final SortedMap<String, DeviceHealth> devices = new TreeMap<>();
    private LaneWatch watch;

    /** @param devices those that may speak for it */
    AgentLane(LaneProfile profile, Set<String> devices, GatePolicy policy, DevicePolicy devicePolicy) {
        this.policy = devicePolicy;
        this.watch = LaneWatch.idle(profile, policy);
        devices.forEach(device -> this.devices.put(device, DeviceHealth.unheard(device)));
    }

    Set<String> devices() {
        return Set.copyOf(devices.keySet());
    }

    LaneWatch watch() {
        return watch;
    }

    void becomes(LaneWatch next) {
        watch = next;
    }

    void heard(DeviceMessage message) {
        devices.computeIfPresent(message.device(), (_, health) -> health.heard(message, policy));
    }

    void spokeNonsense(String device, Instant now) {
        devices.computeIfPresent(device, (_, health) -> health.spokeNonsense(now, policy));
    }

    /** Whether a device beats as often as it said before. */
    boolean beatsAsBefore(Heartbeat beat) {
        return Optional.ofNullable(devices.get(beat.device())).flatMap(DeviceHealth::beat).filter(before -> before.every().equals(beat.every()))
                .isPresent();
    }

    SortedMap<String, State> states(Instant now) {
        SortedMap<String, State> states = new TreeMap<>();
        devices.forEach((device, health) -> states.put(device, health.state(now, policy)));
        return states;
    }

    /** Devices whose readings do not count now, with the reason. */
    Map<String, String> silenced(Instant now) {
        return Silenced.of(states(now));
    }
}
