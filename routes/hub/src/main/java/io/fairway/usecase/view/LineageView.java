package io.fairway.usecase.view;

import io.fairway.document.Lineage;
import io.fairway.document.finding.Place;
import java.util.List;
import java.util.UUID;

/**
 * Where the values of one fact's document came from.
 *
 * @param unused values of the source that went nowhere (loss report)
 */
public record LineageView(UUID fact, String message, int ordinal, String document, List<OriginView> origins, List<UnusedView> unused) {
    public LineageView {
        origins = List.copyOf(origins);
        unused = List.copyOf(unused);
    }

    /** @param path member of the document, for example {@code consignments[0].consignor.name} */
    public record OriginView(String path, PlaceView place) {
    }

    /** @param value the value that went nowhere */
    public record UnusedView(PlaceView place, String value) {
    }

    /** Segments counted from UNH = 1, elements and components from 1, offset in bytes from 0 and -1 when unknown. */
    public record PlaceView(String segment, int segmentPosition, int element, int component, long offset) {

        static PlaceView of(Place place) {
            return new PlaceView(place.segment(), place.segmentPosition(), place.element(), place.component(), place.offset());
        }
    }

    /** The lineage of one fact, told. */
    public static LineageView of(UUID fact, String message, int ordinal, String document, Lineage lineage) {
        return new LineageView(fact, message, ordinal, document,
                lineage.origins().stream().map(o -> new OriginView(o.path(), PlaceView.of(o.place()))).toList(),
                lineage.unused().stream().map(u -> new UnusedView(PlaceView.of(u.place()), u.value())).toList());
    }
}
