package io.fairway.bench.hub;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long and how hard is measured.
 *
 * @param callers parties that hand in
 * @param warmUp before anything counts
 * @param closed window in which each caller has one declaration under way
 * @param open window of the open loop
 * @param perSecond declarations per second in the open loop; fewer where the subject cannot do a fifth more than that in the closed loop
 * @param looked time in which the flight recorder looks at the hub, under the same open loop
 */
record Effort(int callers, Duration warmUp, Duration closed, Duration open, double perSecond, Duration looked) {
    static final double AIM = 500;
    private static final Effort USUAL = new Effort(64, Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMinutes(5), AIM, Duration.ofSeconds(30));
    private static final Effort QUICK = new Effort(64, Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(20), AIM, Duration.ofSeconds(10));
    private static final double ROOM = 0.8;

    /** @throws IllegalArgumentException when a word is not known */
    static Effort of(List<String> words) {
        var effort = words.contains("--quick") ? QUICK : USUAL;
        var rate = after(words, "--rate").map(Double::parseDouble).orElse(effort.perSecond());
        var open = after(words, "--seconds").map(Long::parseLong).map(Duration::ofSeconds).orElse(effort.open());
        return new Effort(effort.callers(), effort.warmUp(), effort.closed(), open, rate, effort.looked());
    }

    private static Optional<String> after(List<String> words, String option) {
        int at = words.indexOf(option);
        return at >= 0 && at + 1 < words.size() ? Optional.of(words.get(at + 1)) : Optional.empty();
    }

    /** What a subject is offered that can do so many per second in the closed loop. */
    double offered(double capacity) {
        return Math.min(perSecond, capacity * ROOM);
    }
}
