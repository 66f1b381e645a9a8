package io.fairway.edifact;

import java.util.List;

/** One element to be written: its components in order; trailing empty ones are left out when written. */
public record Element(List<String> components) {

    /** An element that is not used. */
    public static final Element NONE = new Element(List.of());

    public Element {
        components = List.copyOf(components);
    }

    /** An element of these components; empty ones are left empty. */
    public static Element e(String... components) {
        return new Element(List.of(components));
    }
}
