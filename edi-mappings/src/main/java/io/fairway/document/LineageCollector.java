package io.fairway.document;

import io.fairway.document.Lineage.Origin;
import io.fairway.document.Lineage.Unused;
import io.fairway.document.finding.Place;
import io.fairway.document.finding.Printable;
import java.util.ArrayList;
import java.util.List;

/** Collects, while one part of a document is mapped, where its values came from and what was not carried over. Not thread-safe. */
public final class LineageCollector {
    private final List<Origin> origins = new ArrayList<>();
    private final List<Unused> unused = new ArrayList<>();

    /** @param path member of the document, for example {@code consignments[0].consignor.name} */
    public void origin(String path, Place place) {
        origins.add(new Origin(path, place));
    }

    /** @param value the source value as it came; it is made safe to print here */
    public void unused(Place place, String value) {
        unused.add(new Unused(place, Printable.of(value)));
    }

    /** Adds what was collected elsewhere, for example for a header that all parts of a document share. */
    public void include(Lineage other) {
        origins.addAll(other.origins());
        unused.addAll(other.unused());
    }

    public Lineage lineage() {
        return new Lineage(origins, unused);
    }
}
