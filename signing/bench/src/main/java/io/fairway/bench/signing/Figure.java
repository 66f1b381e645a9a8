package io.fairway.bench.signing;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One number that was measured.
 *
 * @param name of the case
 * @param perSecond operations per second of one core
 * @param ratios how many times as fast as others, by their names
 */
record Figure(String name, String subject, double perSecond, Map<String, Double> ratios) {

    /** As one line of JSON. */
    String line() {
        var ratio = ratios.isEmpty() ? "" : ratios.entrySet().stream().map(each -> "\"" + each.getKey() + "\":" + rounded(each.getValue())).sorted()
                .collect(Collectors.joining(",", ",\"ratio\":{", "}"));
        return "{\"bench\":\"signing\",\"case\":\"%s\",\"subject\":\"%s\",\"unit\":\"op/s\",\"value\":%s%s}"
                .formatted(name, subject, rounded(perSecond), ratio);
    }

    /** As one row of a table. */
    String row() {
        return String.format(Locale.ROOT, "%-30s %-10s %10s op/s  %s", name, subject, rounded(perSecond),
                ratios.entrySet().stream().map(each -> rounded(each.getValue()) + " x " + each.getKey()).sorted().collect(Collectors.joining(", ")));
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.3f", value);
    }
}
