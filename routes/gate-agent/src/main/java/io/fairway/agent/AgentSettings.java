package io.fairway.agent;

import io.fairway.clearance.gate.DevicePolicy.Heartbeats;
import io.fairway.clearance.gate.LaneProfile;
import io.fairway.clearance.gate.LaneProfile.Direction;
import io.fairway.clearance.gate.LaneProfile.LaneKind;
import io.fairway.connector.gate.DevicePort;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings of an agent, from the environment.
 *
 * @param name the agent's party at the hub; passes are bound to it
 * @param home its own disk
 * @param hub where the hub is
 * @param hubCertificate PEM file of the certificate that seals passes
 * @param tokenFile file with the agent's bearer token, renewed by whoever runs the site
 * @param lanes with their devices
 * @param devices that only speak, each at a port of its own
 * @param heartbeats of which devices a sign of life is expected
 */
record AgentSettings(String name, Path home, URI hub, Path hubCertificate, Path tokenFile, int port, Map<LaneProfile, Set<String>> lanes,
                     List<DevicePort> devices, Heartbeats heartbeats) {
    private static final Pattern LANE = Pattern.compile("([A-Z0-9]{2,12}):([A-Z0-9_-]+):(IN|OUT):([A-Z_]+):([A-Z0-9_@|-]+)");

    /** @throws IllegalArgumentException with the setting that is missing or wrong */
    static AgentSettings of(Map<String, String> environment) {
        return new AgentSettings(must(environment, "FAIRWAY_AGENT"), Path.of(must(environment, "FAIRWAY_AGENT_HOME")),
                URI.create(must(environment, "FAIRWAY_HUB")), Path.of(must(environment, "FAIRWAY_HUB_CERTIFICATE")),
                Path.of(must(environment, "FAIRWAY_AGENT_TOKEN_FILE")), Integer.parseInt(environment.getOrDefault("FAIRWAY_AGENT_PORT", "8090")),
                lanes(must(environment, "FAIRWAY_GATE_LANES")), DevicePort.list(environment.getOrDefault("FAIRWAY_GATE_TCP", "")),
                Heartbeats.valueOf(environment.getOrDefault("FAIRWAY_GATE_HEARTBEATS", "announced").toUpperCase(Locale.ROOT)));
    }

    private static String must(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("Expected the setting " + name));
    }

    private static Map<LaneProfile, Set<String>> lanes(String text) {
        Map<LaneProfile, Set<String>> lanes = new LinkedHashMap<>();
        for (String each : text.split(",", -1)) {
            Matcher lane = LANE.matcher(each.strip());
            if (!lane.matches()) {
                throw new IllegalArgumentException("Expected LANE:TERMINAL:IN or OUT:KIND:DEVICE|DEVICE, found " + each);
            }
            var profile = new LaneProfile(lane.group(1), lane.group(2), Direction.valueOf(lane.group(3)), LaneKind.valueOf(lane.group(4)));
            lanes.put(profile, Set.copyOf(Arrays.stream(lane.group(5).split("\\|", -1)).map(device -> device.split("@", -1)[0]).toList()));
        }
        return lanes;
    }
}
