package io.fairway.smooks;

import io.fairway.document.finding.Place;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One component of the source. */
record SourceValue(Place place, String value) {

    /** All components below an element, in order. */
    static List<SourceValue> below(Element root) {
        List<SourceValue> values = new ArrayList<>();
        collect(root, values);
        return values;
    }

    private static void collect(Element element, List<SourceValue> into) {
        if (!element.getAttribute("offset").isEmpty()) {
            into.add(new SourceValue(Nodes.placeOf(element), element.getTextContent()));
            return;
        }
        Node child = element.getFirstChild();
        while (child != null) {
            if (child instanceof Element inner) {
                collect(inner, into);
            }
            child = child.getNextSibling();
        }
    }
}
