package io.fairway.bench.ledger;

import java.util.Locale;
import java.util.Optional;

/**
 * One number that was measured.
 *
 * @param name of the case
 * @param subject who did it
 * @param unit of the value
 * @param value the median
 * @param toBare the value divided by that of the bare loop, where there is one
 */
record Figure(String name, String subject, String unit, double value, Optional<Double> toBare) {
    Figure(String name, String subject, String unit, double value) {
        this(name, subject, unit, value, Optional.empty());
    }

    /** As one line of JSON. */
    String line() {
        var ratio = toBare.map(times -> ",\"ratio\":{\"fabric-gateway\":" + rounded(times) + "}").orElse("");
        return "{\"bench\":\"ledger\",\"case\":\"%s\",\"subject\":\"%s\",\"unit\":\"%s\",\"value\":%s%s}"
                .formatted(name, subject, unit, rounded(value), ratio);
    }

    /** As one row of a table. */
    String row() {
        return String.format(Locale.ROOT, "%-24s %-24s %12s %-12s %s", name, subject, rounded(value), unit,
                toBare.map(times -> rounded(times) + " of the bare loop").orElse(""));
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.3f", value);
    }
}
