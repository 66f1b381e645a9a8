package io.fairway.usecase.gate;

import io.fairway.clearance.gate.LaneProfile;
import io.fairway.document.Envelope.Environment;
import io.fairway.usecase.PartyId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A lane and its devices.
 *
 * @param environment test lanes never meet live cargo
 * @param devices each with the party under whose credentials it speaks: its own, or its lane controller's
 */
public record GateLane(LaneProfile profile, Environment environment, Map<String, PartyId> devices) {
    public GateLane {
        devices = Map.copyOf(devices);
    }

    /** The terminal whose gate it is. */
    public PartyId terminal() {
        return new PartyId(profile.terminal());
    }

    /** The devices for which a party may speak; empty for everybody else. */
    public Set<String> spokenForBy(PartyId party) {
        return devices.entrySet().stream().filter(device -> device.getValue().equals(party)).map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
