package io.fairway.edifact.mapping;

import io.fairway.document.Lineage.Unused;
import io.fairway.document.finding.Place;
import io.fairway.edifact.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * A segment kept beyond the call it was handed over in: its non-empty components, where they stood, and which of them were read.
 * What was never read is the loss report.
 */
final class KeptSegment {
    private static final int SHOWN = 70;

    private final String tag;
    private final Place place;
    private final List<Component> components;

    private KeptSegment(String tag, Place place, List<Component> components) {
        this.tag = tag;
        this.place = place;
        this.components = components;
    }

    static KeptSegment of(Segment segment) {
        var components = new ArrayList<Component>();
        for (int element = 1; element <= segment.elements(); element++) {
            for (int component = 1; component <= segment.components(element); component++) {
                String text = segment.text(element, component);
                if (!text.isEmpty()) {
                    Place place = segment.place(element, component);
                    components.add(new Component(element, component, text, place.offset(), place.line(), place.column()));
                }
            }
        }
        return new KeptSegment(segment.tag(), segment.place(0, 0), components);
    }

    String tag() {
        return tag;
    }

    /** The value and the note that it was used; empty when absent. */
    String text(int element, int component) {
        Component found = component(element, component);
        found.used = true;
        return found.text;
    }

    boolean holds(int element, int component, String value) {
        return component(element, component).text.equals(value);
    }

    /** The number of the last non-empty component of the element; 0 when the element is empty. */
    int components(int element) {
        int last = 0;
        for (Component component : components) {
            if (component.element == element) {
                last = Math.max(last, component.number);
            }
        }
        return last;
    }

    /** Notes that the code list and agency that follow a coded value (1131, 3055) did their service. */
    void useCodeList(int element, int component) {
        text(element, component + 1);
        text(element, component + 2);
    }

    Place place(int element, int component) {
        return place(component(element, component), element, component);
    }

    private Place place(Component found, int element, int component) {
        return new Place(place.message(), place.segment(), place.segmentPosition(), element, component, found.offset, found.line,
                found.column);
    }

    /** How many components are kept. */
    int size() {
        return components.size();
    }

    Place place() {
        return place;
    }

    /** Tells each component that was never read, once. */
    void collectUnused(List<Unused> unused) {
        for (Component component : components) {
            if (!component.used) {
                component.used = true;
                unused.add(new Unused(place(component, component.element, component.number), printable(component.text)));
            }
        }
    }

    /** The text as it may be shown: one line of at most 70 characters. */
    static String printable(String text) {
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN);
        return shown.chars().anyMatch(Character::isISOControl) ? shown.replaceAll("\\p{Cc}", " ") : shown;
    }

    private Component component(int element, int number) {
        for (Component component : components) {
            if (component.element == element && component.number == number) {
                return component;
            }
        }
        return new Component(0, 0, "", place.offset(), place.line(), place.column());
    }

    private static final class Component {
        private final int element;
        private final int number;
        private final String text;
        private final long offset;
        private final int line;
        private final int column;
        private boolean used;

        private Component(int element, int number, String text, long offset, int line, int column) {
            this.element = element;
            this.number = number;
            this.text = text;
            this.offset = offset;
            this.line = line;
            this.column = column;
        }
    }
}
