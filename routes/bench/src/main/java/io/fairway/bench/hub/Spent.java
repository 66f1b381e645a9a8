package io.fairway.bench.hub;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Processor time that processes and their children have used, by name. */
record Spent(Map<String, Double> seconds) {

    /** @param processes whose time is read now */
    static Spent by(Map<String, ProcessHandle> processes) {
        var seconds = new LinkedHashMap<String, Double>();
        processes.forEach((name, process) -> seconds.put(name, Stream.concat(Stream.of(process), children(process))
                .mapToDouble(each -> each.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9).sum()));
        return new Spent(seconds);
    }

    /** This process has the others as its children. */
    private static Stream<ProcessHandle> children(ProcessHandle process) {
        return process.equals(ProcessHandle.current()) ? Stream.empty() : process.descendants();
    }

    /** What was used since then. */
    Spent since(Spent before) {
        var used = new LinkedHashMap<String, Double>();
        seconds.forEach((name, now) -> used.put(name, now - before.seconds().getOrDefault(name, 0.0)));
        return new Spent(used);
    }
}
