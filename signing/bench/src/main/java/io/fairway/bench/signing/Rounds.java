package io.fairway.bench.signing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures several subjects in turns, so that all meet the same machine: one round to warm up, then so many that count.
 *
 * @param count odd
 * @param window how long a subject works in each
 */
record Rounds(int count, Duration window) {

    /** Says how many operations per second somebody does in a window. */
    @FunctionalInterface
    interface Measured {
        double in(Duration window);
    }

    /** @return the medians, by the names given */
    Map<String, Double> medians(Map<String, Measured> subjects) {
        subjects.values().forEach(each -> each.in(window));
        List<Map<String, Double>> rounds = new ArrayList<>();
        for (int round = 0; round < count; round++) {
            var speeds = new LinkedHashMap<String, Double>();
            subjects.forEach((name, each) -> speeds.put(name, each.in(window)));
            rounds.add(speeds);
        }
        var medians = new LinkedHashMap<String, Double>();
        subjects.keySet().forEach(name -> medians.put(name,
                rounds.stream().map(round -> round.getOrDefault(name, 0.0)).sorted().skip(count / 2).findFirst().orElseThrow()));
        return medians;
    }
}
