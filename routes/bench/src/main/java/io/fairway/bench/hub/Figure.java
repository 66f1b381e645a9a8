package io.fairway.bench.hub;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One number that was measured.
 *
 * @param name of the case
 * @param subject who did it
 * @param unit of the value
 * @param ratios the value divided by that of others, by their names
 */
record Figure(String name, String subject, String unit, double value, Map<String, Double> ratios) {

    Figure(String name, String subject, String unit, double value) {
        this(name, subject, unit, value, Map.of());
    }

    /** As one line of JSON. */
    String line() {
        var ratio = ratios.isEmpty() ? "" : ratios.entrySet().stream().map(each -> "\"" + each.getKey() + "\":" + rounded(each.getValue())).sorted()
                .collect(Collectors.joining(",", ",\"ratio\":{", "}"));
        return "{\"bench\":\"hub\",\"case\":\"%s\",\"subject\":\"%s\",\"unit\":\"%s\",\"value\":%s%s}".formatted(name, subject, unit, rounded(value), ratio);
    }

    /** As one row of a table. */
    String row() {
        var ratio = ratios.entrySet().stream().map(each -> rounded(each.getValue()) + " x " + each.getKey()).sorted().collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%-12s %-32s %10s %-26s %s", name, subject, rounded(value), unit, ratio).stripTrailing();
    }

    private static String rounded(double value) {
        if (Double.isNaN(value)) {
            return "null";
        }
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.3f", value);
    }
}
