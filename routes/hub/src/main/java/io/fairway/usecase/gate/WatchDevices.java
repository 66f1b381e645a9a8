package io.fairway.usecase.gate;

import io.fairway.clearance.gate.DeviceHealth;
import io.fairway.clearance.gate.DeviceHealth.State;
import io.fairway.clearance.gate.DevicePolicy;
import io.fairway.clearance.gate.Silenced;
import io.fairway.document.gate.DeviceMessage;
import io.fairway.usecase.Journal;
import io.fairway.usecase.Transactions;
import io.fairway.usecase.gate.GateDevices.Known;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Watches the devices: one without heartbeat, with a wrong clock or that sends nonsense is told to people, and what it says does not count
 * until it is well again.
 */
public final class WatchDevices {
    private static final Duration LATELY = Duration.ofHours(1);

    private final GateLanes lanes;
    private final GateDevices devices;
    private final GateStore store;
    private final Transactions transactions;
    private final Journal journal;
    private final DevicePolicy policy;
    private final InstantSource clock;

    public WatchDevices(GateLanes lanes, GateDevices devices, GateStore store, Transactions transactions, Journal journal, DevicePolicy policy,
                        InstantSource clock) {
        this.lanes = lanes;
        this.devices = devices;
        this.store = store;
        this.transactions = transactions;
        this.journal = journal;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * How a device stands.
     *
     * @param since when it came to stand so; empty when it always did
     * @param heard when it said something last, within the last hour
     * @param drift between its clock and ours, where that is too much
     */
    public record DeviceView(String device, State state, Optional<Instant> since, Optional<Instant> heard, Duration drift) {
    }

    /** The devices whose readings do not count now, with the reason. Belongs to the running transaction. */
    Map<String, String> silenced(GateLane lane, Instant now) {
        Map<String, Known> known = devices.of(lane.profile().lane());
        Map<String, State> states = new TreeMap<>();
        lane.devices().keySet().forEach(device -> states.put(device, known.getOrDefault(device, Known.unheard(device)).health().state(now, policy)));
        return Silenced.of(states);
    }

    /** A device said something. Belongs to the running transaction, which has the lane. */
    void heard(DeviceMessage message) {
        Known known = known(message.lane(), message.device());
        keep(message.lane(), known, known.health().heard(message, policy));
    }

    /** A device sent what is no message. Belongs to the running transaction, which has the lane. */
    void spokeNonsense(GateLane lane, String device, Instant now) {
        Known known = known(lane.profile().lane(), device);
        keep(lane.profile().lane(), known, known.health().spokeNonsense(now, policy));
    }

    private Known known(String lane, String device) {
        return devices.of(lane).getOrDefault(device, Known.unheard(device));
    }

    private void keep(String lane, Known known, DeviceHealth next) {
        if (!next.equals(known.health())) {
            devices.keep(lane, known.becomes(next));
        }
    }

    /** Tells people of every device that came to stand otherwise. */
    public void look() {
        Instant now = clock.instant();
        Map<String, Map<String, Known>> all = transactions.asHub(devices::all);
        for (GateLane lane : lanes.all()) {
            Map<String, Known> known = all.getOrDefault(lane.profile().lane(), Map.of());
            for (String device : lane.devices().keySet()) {
                Known before = known.getOrDefault(device, Known.unheard(device));
                if (before.health().state(now, policy) != before.told()) {
                    transactions.asHub(() -> tell(lane, device, now));
                }
            }
        }
    }

    private State tell(GateLane lane, String device, Instant now) {
        String name = lane.profile().lane();
        store.lock(name);
        Known before = known(name, device);
        State state = before.health().state(now, policy);
        if (state != before.told()) {
            devices.keep(name, new Known(before.health(), state, now));
            kind(state).ifPresent(kind -> devices.alarm(name, GateAlarm.ofDevice(device, kind, now)));
            journal.append(now, lane.terminal(), "gate-device", KeptRecords.subject(name + "/" + device),
                    "{\"lane\":\"%s\",\"device\":\"%s\",\"state\":\"%s\"}".formatted(name, device, state));
        }
        return state;
    }

    private static Optional<GateAlarm.Kind> kind(State state) {
        return switch (state) {
            case SOUND, UNWATCHED -> Optional.empty();
            case SILENT -> Optional.of(GateAlarm.Kind.DEVICE_SILENT);
            case CLOCK_DRIFTS -> Optional.of(GateAlarm.Kind.DEVICE_CLOCK);
            case NONSENSE -> Optional.of(GateAlarm.Kind.DEVICE_NONSENSE);
        };
    }

    /** How the devices of a lane stand, by name. */
    List<DeviceView> devices(GateLane lane) {
        Instant now = clock.instant();
        return transactions.asHub(() -> {
            Map<String, Known> known = devices.of(lane.profile().lane());
            Map<String, Instant> heard = devices.heard(lane.profile().lane(), now.minus(LATELY));
            return lane.devices().keySet().stream().sorted().map(device -> view(known.getOrDefault(device, Known.unheard(device)),
                    Optional.ofNullable(heard.get(device)), now)).toList();
        });
    }

    private DeviceView view(Known known, Optional<Instant> reading, Instant now) {
        Optional<Instant> beat = known.health().beat().map(DeviceHealth.Beat::last);
        Optional<Instant> heard = reading.filter(at -> beat.filter(at::isBefore).isEmpty()).or(() -> beat);
        State state = known.health().state(now, policy);
        return new DeviceView(known.health().device(), state, Optional.of(known.since()).filter(since -> since.isAfter(Instant.EPOCH)), heard,
                known.health().drift());
    }

    /** Alarms about the devices of a lane, latest first. */
    List<GateAlarm> alarms(String lane, int most) {
        return transactions.asHub(() -> devices.alarms(lane, most));
    }
}
