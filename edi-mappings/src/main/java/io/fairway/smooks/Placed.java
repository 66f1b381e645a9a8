package io.fairway.smooks;

import freemarker.template.TemplateScalarModel;
import io.fairway.document.finding.Place;
import java.util.List;

/** A text derived from values of the source: it remembers which. */
final class Placed implements TemplateScalarModel {
    private final String value;
    private final List<Place> places;
    private final Carried carried;

    Placed(String value, List<Place> places, Carried carried) {
        this.value = value;
        this.places = List.copyOf(places);
        this.carried = carried;
    }

    @Override
    public String getAsString() {
        carried.shown(value, places);
        return value;
    }
}
