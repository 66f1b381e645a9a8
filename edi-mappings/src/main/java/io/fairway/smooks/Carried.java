package io.fairway.smooks;

import io.fairway.document.Lineage;
import io.fairway.document.LineageCollector;
import io.fairway.document.finding.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which values of the source a template showed, and where in the output they came to stand. A value that is shown right where the
 * output goes on with it was carried over there; one that only decided something was used.
 */
final class Carried {
    private final LimitedOutput output;
    private final List<Shown> shown = new ArrayList<>();
    private final Set<Place> used = new HashSet<>();

    private record Shown(String value, List<Place> places, int at) {
    }

    Carried(LimitedOutput output) {
        this.output = output;
    }

    void shown(String value, List<Place> places) {
        used.addAll(places);
        if (!value.isEmpty() && !places.isEmpty()) {
            shown.add(new Shown(value, places, output.length()));
        }
    }

    /** A value that chose something and need not be shown. */
    void used(Place place) {
        used.add(place);
    }

    /** @param leaves of the finished output; @param source every component of the source with its value, in order */
    Lineage lineage(List<OutputLeaf> leaves, List<SourceValue> source, String template) {
        var lineage = new LineageCollector();
        String text = output.text();
        List<Shown> there = shown.stream().filter(value -> stands(value, text)).toList();
        for (OutputLeaf leaf : leaves) {
            List<Place> places = there.stream().filter(value -> leaf.holds(value.at)).flatMap(value -> value.places.stream()).distinct().toList();
            Stream<Place> origins = places.isEmpty() ? Stream.of(constant(template)) : places.stream();
            origins.forEach(place -> lineage.origin(leaf.path(), place));
        }
        source.stream().filter(value -> !used.contains(value.place())).forEach(value -> lineage.unused(value.place(), value.value()));
        return lineage.lineage();
    }

    private static Place constant(String template) {
        return new Place("", "constant of " + template, 0, 0, 0, -1, 0, 0);
    }

    private static boolean stands(Shown value, String text) {
        return text.startsWith(value.value, value.at) || text.startsWith(escaped(value.value), value.at);
    }

    /** As the output format for XML writes it. */
    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&apos;");
    }
}
