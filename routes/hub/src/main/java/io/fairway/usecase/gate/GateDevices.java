package io.fairway.usecase.gate;

import io.fairway.clearance.gate.DeviceHealth;
import io.fairway.clearance.gate.DeviceHealth.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The devices of the gates as rows. All calls belong to the running transaction. */
public interface GateDevices {

    /** What is known of a lane's devices, by name; a device that never beat and was never in trouble is not among them. */
    Map<String, Known> of(String lane);

    /** The same for every lane, by lane. */
    Map<String, Map<String, Known>> all();

    /** Keeps what is known of one. */
    void keep(String lane, Known known);

    /** @param told the state that people were told last @param since when it began */
    record Known(DeviceHealth health, State told, Instant since) {

        /** Nothing was heard of it that says how it stands. */
        static Known unheard(String device) {
            return new Known(DeviceHealth.unheard(device), State.UNWATCHED, Instant.EPOCH);
        }

        Known becomes(DeviceHealth next) {
            return new Known(next, told, since);
        }
    }

    /** Raises an alarm. */
    void alarm(String lane, GateAlarm alarm);

    /** The lane's alarms about devices, latest first. */
    List<GateAlarm> alarms(String lane, int most);

    /** When each device of a lane said something last that was kept, since a time. */
    Map<String, Instant> heard(String lane, Instant since);
}
