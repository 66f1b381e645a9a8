package io.fairway.edifact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The overlays of associations, chosen by the association code of UNH (0057), loaded when first asked for. Thread-safe. */
final class Overlays {
    /** What association codes begin with, and the overlay of each. */
    private static final Map<String, String> BY_BEGINNING = Map.of("SMDG", "smdg", "ITG", "itg", "LOT", "itg", "IATA", "iata");

    private final Map<String, Overlay> loaded = new ConcurrentHashMap<>();

    /** The overlay for the association code; one that changes nothing when the code is unknown or absent. */
    Overlay of(String association) {
        if (association.isEmpty()) {
            return Overlay.NONE;
        }
        return BY_BEGINNING.entrySet().stream().filter(known -> association.startsWith(known.getKey())).findFirst()
                .map(known -> loaded.computeIfAbsent(known.getValue(), Overlays::load)).orElse(Overlay.NONE);
    }

    private static Overlay load(String name) {
        return Overlay.of(lines("overlay/" + name + ".overlay"));
    }

    private static List<String> lines(String resource) {
        try (var input = Overlays.class.getResourceAsStream(resource)) {
            if (input == null) {
                throw new IllegalStateException("The build has lost the overlay " + resource);
            }
            return new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Overlay cannot be read: " + resource, unreadable);
        }
    }
}
