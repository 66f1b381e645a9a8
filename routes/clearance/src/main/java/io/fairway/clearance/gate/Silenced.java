package io.fairway.clearance.gate;

import io.fairway.document.gate.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The devices whose readings do not count, by name, each with the reason; the same at hub and gate agent. */
public final class Silenced {

    private Silenced() {
    }

    /** Those of a lane that do not count now. @param states how each of its devices stands */
    public static Map<String, String> of(Map<String, DeviceHealth.State> states) {
        Map<String, String> silenced = new TreeMap<>();
        states.forEach((device, state) -> {
            if (!state.counts()) {
                silenced.put(device, state.text().en());
            }
        });
        return silenced;
    }

    /**
     * For a passage that was decided before its last reading came: those that did not count then; and the one that is late, if it speaks for the
     * first time and does not count now.
     *
     * @param readings of the passage, the late one last
     */
    public static Map<String, String> withLate(List<Reading> readings, Map<String, String> then, Map<String, String> now) {
        String late = readings.getLast().device();
        boolean counted = readings.subList(0, readings.size() - 1).stream().anyMatch(reading -> reading.device().equals(late));
        Map<String, String> silenced = new TreeMap<>(then);
        Optional.ofNullable(now.get(late)).filter(_ -> !counted).ifPresent(why -> silenced.put(late, why));
        return silenced;
    }
}
