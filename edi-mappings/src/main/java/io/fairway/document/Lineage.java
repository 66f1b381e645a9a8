package io.fairway.document;

import io.fairway.document.finding.Place;
import java.util.List;

/**
 * Where the values of a document came from, and what was not carried over.
 *
 * @param origins one entry per value of the document
 * @param unused places and values of the source that no value of the document came from (loss report)
 */
public record Lineage(List<Origin> origins, List<Unused> unused) {

    public Lineage {
        origins = List.copyOf(origins);
        unused = List.copyOf(unused);
    }

    /** The place of the value whose path stands as segment of the place given; the place given when there is none. */
    public Place placeOf(Place member) {
        return origins.stream().filter(origin -> origin.path().equals(member.segment()) || origin.path().startsWith(member.segment() + "."))
                .map(Origin::place).findFirst().orElse(member);
    }

    /** @param path member of the document, for example {@code consignments[0].consignor.name} */
    public record Origin(String path, Place place) {
    }

    /** @param value the source value, safe to print and at most 70 characters */
    public record Unused(Place place, String value) {
    }

    public static final Lineage NONE = new Lineage(List.of(), List.of());
}
