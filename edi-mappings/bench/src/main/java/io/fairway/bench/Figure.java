package io.fairway.bench;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One number that was measured.
 *
 * @param input name of the input
 * @param subject who read it
 * @param unit {@code MB/s}, {@code us/message}, {@code B/B} (bytes allocated per byte read), {@code MB peak heap}, {@code ms first message}
 */
record Figure(String input, String subject, String unit, double value) {
    static final String SPEED = "MB/s";
    static final String MESSAGE_TIME = "us/message";
    static final String ALLOCATION = "B/B";
    static final String PEAK_HEAP = "MB peak heap";
    static final String FIRST_MESSAGE = "ms first message";

    private static final Pattern LINE = Pattern.compile(
            "\\{\"bench\":\"edifact\",\"case\":\"([^\"]+)\",\"subject\":\"([^\"]+)\",\"unit\":\"([^\"]+)\",\"value\":([0-9.E+-]+).*");

    /** The figure in a line that {@link #line} wrote; empty when the line is something else. */
    static Optional<Figure> of(String line) {
        var found = LINE.matcher(line);
        return found.matches() ? Optional.of(new Figure(found.group(1), found.group(2), found.group(3), Double.parseDouble(found.group(4))))
                : Optional.empty();
    }

    /** As one line of JSON. */
    String line() {
        return line(Map.of());
    }

    /** @param ratios how many times better than each named peer */
    String line(Map<String, Double> ratios) {
        var members = new TreeMap<>(ratios).entrySet().stream().map(peer -> "\"%s\":%s".formatted(peer.getKey(), rounded(peer.getValue())))
                .collect(Collectors.joining(","));
        return "{\"bench\":\"edifact\",\"case\":\"%s\",\"subject\":\"%s\",\"unit\":\"%s\",\"value\":%s%s}".formatted(input, subject, unit,
                rounded(value), members.isEmpty() ? "" : ",\"ratio\":{" + members + "}");
    }

    /** How many times better this one is; speed is better when it is more, everything else when it is less. */
    double timesBetterThan(Figure peer) {
        return unit.equals(SPEED) ? value / peer.value : peer.value / Math.max(value, 0.001);
    }

    static String rounded(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.3f", value);
    }
}
